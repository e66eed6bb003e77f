package org.cordboard.speech.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingProfile;
import org.cordboard.speech.turn.TurnEvent;
import org.cordboard.speech.turn.VadSettings;
import org.cordboard.speech.turn.VoiceActivity;
import org.junit.jupiter.api.Test;

/** The scripted parts against each other, through voice activity and endpointing, in no time. */
class ScriptedRecognizerTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSynthesizer voice =
      new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ofMillis(60)));
  private final List<String> told = new ArrayList<>();

  @Test
  void whatIsSaidIsHeardWithPartialsOnTheWay() {
    call("where is my order", 0, 1);
    assertThat(told)
        .containsExactly(
            "partial where",
            "partial where is",
            "partial where is my",
            "partial where is my order",
            "final where is my order");
  }

  @Test
  void wordErrorsAreTheSameForTheSameSeed() {
    call("one two three four five six seven eight nine ten", 0.3, 5);
    List<String> first = List.copyOf(told);
    told.clear();
    call("one two three four five six seven eight nine ten", 0.3, 5);
    assertThat(told).isEqualTo(first);
    assertThat(first.get(first.size() - 1))
        .isNotEqualTo("final one two three four five six seven eight nine ten");
  }

  @Test
  void finalComesAfterItsLag() {
    call("yes", 0, 1);
    assertThat(told).last().isEqualTo("final yes");
    assertThat(finalAfter).isEqualTo(Duration.ofMillis(250 - 180)); // on trial since the pause
  }

  @Test
  void cancelledSpeechIsNeverDelivered() {
    Synthesis synthesis = voice.speak(SpeechRequest.of("hello", ""), clock, new Collecting());
    synthesis.cancel();
    clock.advance(Duration.ofSeconds(1));
    assertThat(told).isEmpty();
  }

  private Duration finalAfter = Duration.ZERO;
  private long endedNanos;

  private void call(String text, double errors, long seed) {
    ScriptedRecognizer recognizer =
        new ScriptedRecognizer(
            new ScriptedRecognizerSettings(
                Duration.ofMillis(100), Duration.ofMillis(250), errors, seed));
    RecognitionStream stream =
        recognizer.open(
            RecognitionHints.english(),
            clock,
            new RecognitionListener() {
              @Override
              public void onPartial(long utterance, Transcript transcript) {
                told.add("partial " + transcript.text());
              }

              @Override
              public void onFinal(long utterance, Transcript transcript) {
                told.add("final " + transcript.text());
                finalAfter = Duration.ofNanos(clock.nanos() - endedNanos);
              }

              @Override
              public void onFailure(long utterance, Throwable failure) {
                told.add("failure");
              }
            });
    Collecting speech = new Collecting();
    voice.speak(SpeechRequest.of(text, ""), clock, speech);
    clock.advance(Duration.ofMillis(60));
    FrameCutter cutter = new FrameCutter();
    List<AudioFrame> frames = new ArrayList<>(cutter.push(ScriptedSpeech.silence(4_000)));
    speech.audio.forEach(audio -> frames.addAll(cutter.push(audio)));
    frames.addAll(cutter.push(ScriptedSpeech.silence(16_000)));
    play(frames, stream);
  }

  private void play(List<AudioFrame> frames, RecognitionStream stream) {
    VoiceActivity activity =
        new VoiceActivity(
            new VadSettings(VadSettings.Type.ENERGY, 0.5, 0.35, 330), Optional.empty());
    Endpointer endpointer =
        new Endpointer(
            new EndpointingProfile(
                Duration.ofMillis(80),
                Duration.ofMillis(220),
                Duration.ofMillis(400),
                Duration.ofSeconds(25),
                Duration.ofMillis(100)));
    for (AudioFrame frame : frames) {
      clock.advance(Duration.ofMillis(20));
      stream.accept(frame);
      for (TurnEvent event : endpointer.next(activity.voiced(frame), frame)) {
        if (event instanceof TurnEvent.Started started) {
          stream.speechStarted(1, started.atSample());
        } else if (event instanceof TurnEvent.Paused paused) {
          stream.speechPaused(1, paused.atSample());
        } else if (event instanceof TurnEvent.Resumed) {
          stream.speechResumed(1);
        } else if (event instanceof TurnEvent.Ended ended) {
          endedNanos = clock.nanos();
          stream.speechEnded(1, ended.atSample());
        }
      }
    }
    clock.advance(Duration.ofSeconds(1));
  }

  private final class Collecting implements SynthesisListener {
    final List<byte[]> audio = new ArrayList<>();

    @Override
    public void onAudio(byte[] mulaw) {
      audio.add(mulaw);
    }

    @Override
    public void onEnd() {}

    @Override
    public void onFailure(Throwable failure) {
      told.add("failure");
    }
  }
}
