package org.cordboard.gateway;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.cordboard.config.Settings;

/**
 * The gateway as a process of its own: {@code Main [SETTINGS-FILE]}. Stops on SIGTERM and Ctrl-C.
 */
public final class Main {
  private Main() {}

  /** Starts the gateway and waits for the signal to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings =
          arguments.length == 0 ? Settings.load() : Settings.load(Path.of(arguments[0]));
      run(settings, System.out::println);
    } catch (RuntimeException unusable) {
      System.err.println("cordboard gateway: " + unusable.getMessage());
      System.exit(2);
    }
  }

  /**
   * Starts, tells where it listens, waits for the end of the process, and stops in order.
   *
   * @param tell takes lines for people
   * @throws org.cordboard.config.SettingsException in one line, when it cannot start
   */
  public static void run(Settings settings, java.util.function.Consumer<String> tell)
      throws InterruptedException {
    Gateway gateway = Gateway.start(settings);
    CountDownLatch signal = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  signal.countDown();
                  try {
                    stopped.await();
                  } catch (InterruptedException cutShort) {
                    Thread.currentThread().interrupt();
                  }
                },
                "gateway-stop"));
    tell.accept("supervisors' page: http://127.0.0.1:" + gateway.consolePort() + "/");
    tell.accept("the carrier's webhooks and media: port " + gateway.carrierPort());
    signal.await();
    try {
      gateway.close();
    } finally {
      stopped.countDown(); // whatever failed, the process must be able to end
    }
  }
}
