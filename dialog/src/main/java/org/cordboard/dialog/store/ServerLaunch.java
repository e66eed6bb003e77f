package org.cordboard.dialog.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an embedded server up: port, command line, and the wait until it answers. */
final class ServerLaunch {
  private static final Logger log = LoggerFactory.getLogger(ServerLaunch.class);

  private ServerLaunch() {}

  /** Starts it and returns its port. */
  static int launch(ServerFiles files, StoreSettings.Redis settings) throws IOException {
    int port = port(files, settings.port());
    Path program =
        RedisBinary.in(
            files.folder(), System.getProperty("os.name"), System.getProperty("os.arch"));
    Files.deleteIfExists(files.pid());
    files.putAwayLog();
    Process parent =
        new ProcessBuilder(command(program, files, settings, port))
            .redirectErrorStream(true)
            .start();
    String said;
    try (var output = parent.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!ServerProbe.comesUp(files, port)) {
      String why = said.isBlank() ? files.lastLogLine() : said.strip().replaceAll("\\R+", "; ");
      throw new SettingsException(
          "the embedded Redis server does not start: "
              + why
              + "; see "
              + files.log()
              + ", or name a server in store.redis.uri");
    }
    Files.writeString(files.port(), Integer.toString(port));
    log.info("store: embedded Redis listens on port {}", port);
    return port;
  }

  private static List<String> command(
      Path program, ServerFiles files, StoreSettings.Redis settings, int port) {
    return List.of(
        program.toString(),
        "--daemonize",
        "yes",
        "--bind",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--dir",
        files.folder().toString(),
        "--pidfile",
        files.pid().toString(),
        "--logfile",
        files.log().toString(),
        "--appendonly",
        "yes",
        "--appendfsync",
        settings.appendFsync().name().toLowerCase(Locale.ROOT),
        "--save",
        "");
  }

  /**
   * The configured port; or for 0 the one used last, so that others find it again, or a free one.
   */
  private static int port(ServerFiles files, int configured) throws IOException {
    if (configured > 0) {
      if (!free(configured)) {
        throw new SettingsException(
            "port "
                + configured
                + " for the embedded Redis server is in use; set store.redis.port to a free one, or"
                + " to 0 for any");
      }
      return configured;
    }
    long last = ServerFiles.number(files.port()).orElse(0L);
    if (last > 0 && last <= 65_535 && free((int) last)) {
      return (int) last;
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean free(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
