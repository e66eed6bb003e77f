package org.cordboard.gateway;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.gateway.call.CallSettings;
import org.cordboard.gateway.call.CallTexts;

/**
 * The settings of the process itself; each part binds its own section.
 *
 * @param node names this process; empty for one that is new at each start
 * @param dataDir where recordings are kept
 * @param loops event loops; 0 for one per processor
 * @param call how calls are treated
 * @param texts what is said where there is no conversation
 */
record GatewaySettings(String node, Path dataDir, int loops, CallSettings call, CallTexts texts) {

  static GatewaySettings of(Settings settings) {
    int loops = settings.raw().getInt("gateway.loops");
    return new GatewaySettings(
        settings.raw().getString("gateway.node"),
        Path.of(settings.raw().getString("gateway.data-dir")).toAbsolutePath(),
        loops > 0 ? loops : Runtime.getRuntime().availableProcessors(),
        settings.bind("gateway.call", CallSettings.class),
        settings.bind("gateway.texts", CallTexts.class));
  }
}
