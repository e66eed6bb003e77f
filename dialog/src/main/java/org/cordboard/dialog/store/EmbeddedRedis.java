package org.cordboard.dialog.store;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cordboard.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real {@code redis-server} of our own, as a process in a session of its own, so that Ctrl-C does
 * not reach it before its users have written their last entries. Its data, log, pid file and port
 * file are in one folder. A server that runs there already is used again; the last user stops it.
 *
 * <p>Blocking; to be started and closed by the thread that wires the process.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);

  private final ServerFiles files;
  private final int port;
  private final Path user;

  private EmbeddedRedis(ServerFiles files, int port, Path user) {
    this.files = files;
    this.port = port;
    this.user = user;
  }

  /**
   * Starts the server of the folder {@code store.folder}, or finds it running.
   *
   * @throws SettingsException in one line, when the folder, the port or the server is unusable
   */
  public static EmbeddedRedis start(StoreSettings settings) {
    ServerFiles files = new ServerFiles(settings.folder().toAbsolutePath().normalize());
    try {
      Files.createDirectories(files.folder());
      try (FileChannel channel = lockFile(files);
          FileLock held = channel.lock()) {
        assert held.isValid();
        Optional<Integer> running = running(files);
        int port =
            running.isPresent() ? running.get() : ServerLaunch.launch(files, settings.redis());
        return new EmbeddedRedis(files, port, files.enter());
      }
    } catch (IOException failed) {
      throw new SettingsException(
          "the store's folder "
              + files.folder()
              + " cannot be used ("
              + failed.getClass().getSimpleName()
              + "); make it writable, or set store.folder to another",
          failed);
    }
  }

  private static FileChannel lockFile(ServerFiles files) throws IOException {
    return FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static Optional<Integer> running(ServerFiles files) throws IOException {
    Optional<ProcessHandle> process = files.process();
    Optional<Long> port = ServerFiles.number(files.port());
    if (process.isPresent() && port.isPresent()) {
      int at = port.get().intValue();
      if (ServerProbe.processAt(at) == process.get().pid()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Where it listens, on the loopback interface. */
  public int port() {
    return port;
  }

  /** Its address. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Its process; empty when it has ended. */
  Optional<ProcessHandle> process() {
    try {
      return files.process();
    } catch (IOException unread) {
      return Optional.empty();
    }
  }

  /** Stops the server, unless somebody else uses it still. */
  @Override
  public void close() {
    try (FileChannel channel = lockFile(files);
        FileLock held = channel.lock()) {
      assert held.isValid();
      Optional<ProcessHandle> server = files.process();
      if (files.leave(user)
          && server.isPresent()
          && ServerProbe.processAt(port) == server.get().pid()) {
        ServerProbe.shutDown(port);
        if (!ServerProbe.goesDown(port)) {
          log.warn("the embedded Redis server on port {} does not stop", port);
        }
      }
    } catch (IOException failed) {
      log.warn("the embedded Redis server on port {} was not stopped: {}", port, failed.toString());
    }
  }
}
