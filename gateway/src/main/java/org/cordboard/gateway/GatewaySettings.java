package org.cordboard.gateway;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.gateway.call.CallSettings;
import org.cordboard.gateway.call.CallTexts;
import org.cordboard.gateway.console.ConsoleSettings;
import org.cordboard.gateway.http.HttpSettings;
import org.cordboard.gateway.recording.RecordingSettings;
import org.cordboard.gateway.twilio.TwilioSettings;

/**
 * The section {@code gateway}: the settings of the process itself, and those of its parts.
 *
 * @param node names this process; empty for one that is new at each start
 * @param dataDir where recordings are kept; made absolute
 * @param loops event loops; given 0, one per processor
 * @param call how calls are treated
 * @param texts what is said where there is no conversation
 * @param http the carrier's listener
 * @param console the listener of pages and API
 * @param recording whether and how calls are recorded
 * @param twilio the carrier
 */
record GatewaySettings(
    String node,
    Path dataDir,
    int loops,
    CallSettings call,
    CallTexts texts,
    HttpSettings http,
    ConsoleSettings console,
    RecordingSettings recording,
    TwilioSettings twilio) {
  private static final int MOST_LOOPS = 1024;

  /** Checks the ranges and fills in what depends on the machine. */
  GatewaySettings {
    if (loops < 0 || loops > MOST_LOOPS) {
      throw new IllegalArgumentException(
          "loops must lie in 0…" + MOST_LOOPS + ", and 0 takes one per processor");
    }
    if (!node.matches("[A-Za-z0-9._-]{0,64}")) {
      throw new IllegalArgumentException(
          "node may hold letters, digits, '.', '_' and '-', 64 at most: it stands in addresses");
    }
    dataDir = dataDir.toAbsolutePath();
    loops = loops > 0 ? loops : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Reads the section.
   *
   * @throws org.cordboard.config.SettingsException naming file, line, key and fix
   */
  static GatewaySettings of(Settings settings) {
    return settings.bind("gateway", GatewaySettings.class);
  }
}
