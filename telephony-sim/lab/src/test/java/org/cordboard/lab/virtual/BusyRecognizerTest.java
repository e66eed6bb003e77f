package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cordboard.config.Loop;
import org.cordboard.config.Settings;
import org.cordboard.gateway.call.CallOutcome;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admission by the decodes that wait: no caller gets an AI that would answer too late. */
class BusyRecognizerTest {
  @TempDir Path scratch;

  @Test
  void callerFindsTheMenuWhileDecodesWaitLongerThanTheyMay() {
    World world = world(Kind.SILENT, Duration.ofMillis(1_501));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(GatewayEvent.MenuGiven.class))
        .extracting(GatewayEvent.MenuGiven::reason)
        .containsExactly("recognizer");
    assertThat(world.ledger(GatewayEvent.CallEnded.class))
        .extracting(GatewayEvent.CallEnded::outcome)
        .containsExactly(CallOutcome.Result.MENU);
    assertThat(result.history()).anyMatch(line -> line.contains("press one"));
  }

  @Test
  void callerIsServedWhileDecodesWaitNoLongerThanTheyMay() {
    World world = world(Kind.STATUS, Duration.ofMillis(1_500));
    Result result = world.play();

    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(GatewayEvent.MenuGiven.class)).isEmpty();
  }

  @Test
  void callerIsServedByTheNextRecogniserWhileTheFirstIsAway() {
    Duration away = Duration.ofMinutes(10); // what speech nodes say when none of them answers
    World world =
        world(
            Kind.STATUS,
            settings -> List.of(new Busy(settings, away), Engines.recognizer(settings)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(GatewayEvent.MenuGiven.class)).isEmpty();
    assertThat(world.ledger(GatewayEvent.PartReplaced.class))
        .singleElement()
        .isEqualTo(
            new GatewayEvent.PartReplaced(
                "recognizer", "busy", "scripted", "no room: words would wait 600000 ms", false));
  }

  private World world(Kind kind, Duration lag) {
    return world(kind, settings -> List.of(new Busy(settings, lag)));
  }

  private World world(Kind kind, Function<Settings, List<SpeechRecognizer>> recognizers) {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Company company =
        Company.load(
            scratch,
            Map.of(
                "playbook.path",
                root.resolve("dialog/playbook").toString(),
                "gateway.call.max-recognizer-lag",
                "1500ms"));
    return new World(
        new Case(7, 1, false, kind, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                recognizers.apply(from.settings()),
                List.of(Engines.voice(from.settings()))));
  }

  /** A recogniser with much to do, as it says. */
  private record Busy(SpeechRecognizer recognizer, Duration lag) implements SpeechRecognizer {
    Busy(Settings settings, Duration lag) {
      this(Engines.recognizer(settings), lag);
    }

    @Override
    public String name() {
      return "busy";
    }

    @Override
    public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
      return recognizer.open(hints, loop, listener);
    }

    @Override
    public RecognizerLoad load() {
      return new RecognizerLoad(9, lag);
    }

    @Override
    public void close() {
      recognizer.close();
    }
  }
}
