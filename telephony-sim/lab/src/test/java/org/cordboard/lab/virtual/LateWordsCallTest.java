package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Loop;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.sim.party.Utterance;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls of callers who make a sound while the words of what they want are late. */
class LateWordsCallTest {
  private static final Duration LATE = Duration.ofSeconds(2);
  private static Company company;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    company =
        Company.load(scratch, Map.of("playbook.path", root.resolve("dialog/playbook").toString()));
  }

  @Test
  void whoSaysHelloMeanwhileStillGetsWhatTheyAskedFor() {
    World world =
        played(
            caller()
                .pause(Duration.ofMillis(900))
                .sayOver("", "Hello?")
                .hear("number|digits")
                .hangUp());

    assertThat(said(world)).containsExactly("Where is my order? Hello?");
  }

  @Test
  void whoCoughsMeanwhileDoesToo() {
    World world =
        played(
            caller()
                .pause(Duration.ofMillis(900))
                .sound(Utterance.cough())
                .hear("number|digits")
                .hangUp());

    assertThat(said(world)).containsExactly("Where is my order?");
  }

  private static ScriptWriter caller() {
    return new ScriptWriter().hear().say("", "Where is my order?");
  }

  private static World played(ScriptWriter caller) {
    World world =
        new World(
            new Case(7, 1, false, Kind.STATUS, Fault.NONE),
            company,
            (from, own) ->
                SpeechParts.of(
                    from.settings(),
                    List.of(new FirstWordsLate(Engines.recognizer(from.settings()))),
                    List.of(Engines.voice(from.settings()))));
    Result result = world.play(Company.NUMBER, caller.script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    return world;
  }

  private static List<String> said(World world) {
    return world.ledger(DialogEvent.CallerSaid.class).stream()
        .map(DialogEvent.CallerSaid::text)
        .toList();
  }

  /** The words of the first utterance come late. */
  private record FirstWordsLate(SpeechRecognizer of) implements SpeechRecognizer {
    @Override
    public String name() {
      return of.name();
    }

    @Override
    public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
      return of.open(
          hints,
          loop,
          new RecognitionListener() {
            @Override
            public void onPartial(long utterance, Transcript transcript) {
              listener.onPartial(utterance, transcript);
            }

            @Override
            public void onFinal(long utterance, Transcript transcript) {
              Runnable told = () -> listener.onFinal(utterance, transcript);
              if (utterance == 1) {
                loop.clock().after(LATE, told);
              } else {
                told.run();
              }
            }

            @Override
            public void onFailure(long utterance, Throwable failure) {
              listener.onFailure(utterance, failure);
            }
          });
    }

    @Override
    public RecognizerLoad load() {
      return of.load();
    }

    @Override
    public void close() {
      of.close();
    }
  }
}
