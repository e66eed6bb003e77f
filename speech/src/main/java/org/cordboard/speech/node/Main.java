package org.cordboard.speech.node;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.cordboard.speech.wiring.SpeechSettings;

/**
 * The speech node as a process of its own: {@code Main [SETTINGS-FILE]}. On SIGTERM and Ctrl-C it
 * drains, then stops.
 */
public final class Main {
  private Main() {}

  /** Starts the node and waits for the signal to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings =
          arguments.length == 0 ? Settings.load() : Settings.load(Path.of(arguments[0]));
      run(settings, System.out::println);
    } catch (RuntimeException unusable) {
      System.err.println("cordboard speech node: " + unusable.getMessage());
      System.exit(2);
    }
  }

  /**
   * Loads the engines, serves, tells where, waits for the end of the process, drains and stops.
   *
   * @param tell takes lines for people
   * @throws SettingsException in one line, when it cannot start
   */
  public static void run(Settings settings, Consumer<String> tell) throws InterruptedException {
    SpeechSettings choices = SpeechSettings.of(settings);
    if (choices.recognizer().type() == SpeechSettings.Hearing.NODE
        || choices.synthesizer().type() == SpeechSettings.Speaking.NODE) {
      throw new SettingsException(
          "a speech node needs engines of its own; set speech.recognizer.type and"
              + " speech.synthesizer.type to something other than node for it");
    }
    CountDownLatch signal = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (SystemClock clock = new SystemClock("speech-node-time");
        SpeechRecognizer recognizer = SpeechParts.recognizer(settings, clock);
        SpeechSynthesizer synthesizer = SpeechParts.synthesizer(settings);
        SpeechNode node =
            SpeechNode.start(NodeSettings.of(settings), recognizer, synthesizer, clock)) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(signal, stopped), "speech-node-stop"));
      tell.accept(
          "speech node: port "
              + node.port()
              + ", "
              + recognizer.name()
              + " and "
              + synthesizer.name());
      tell.accept("its metrics: port " + node.metricsPort() + ", /metrics and /health");
      signal.await();
      node.drain();
    } finally {
      stopped.countDown();
    }
  }

  private static void stop(CountDownLatch signal, CountDownLatch stopped) {
    signal.countDown();
    try {
      stopped.await();
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
    }
  }
}
