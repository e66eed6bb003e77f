package org.cordboard.lab.virtual;

import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;

/** A voice that is broken in one way. */
final class BrokenVoice implements SpeechSynthesizer {
  /** How it is broken. */
  enum How {
    THROWS,
    NEVER_SPEAKS,
    GIVES_NOTHING,
    BREAKS_IN_MID_SENTENCE,
    SAYS_IT_TWICE,
    NEVER_STOPS
  }

  private static final int HALF_A_SECOND = 4_000; // bytes

  private final SpeechSynthesizer voice;
  private final How how;

  BrokenVoice(SpeechSynthesizer voice, How how) {
    this.voice = voice;
    this.how = how;
  }

  @Override
  public String name() {
    return "broken";
  }

  @Override
  public List<String> voices() {
    return voice.voices();
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    switch (how) {
      case THROWS -> throw new IllegalStateException("no voice");
      case NEVER_SPEAKS -> {
        return () -> {};
      }
      case GIVES_NOTHING -> {
        loop.clock().after(java.time.Duration.ofMillis(50), listener::onEnd);
        return () -> {};
      }
      case SAYS_IT_TWICE -> {
        SpeechRequest twice =
            new SpeechRequest(
                request.text() + " " + request.text(),
                request.voice(),
                request.rate(),
                request.gain());
        return voice.speak(twice, loop, new Bent(listener));
      }
      default -> {
        return voice.speak(request, loop, new Bent(listener));
      }
    }
  }

  @Override
  public void close() {
    voice.close();
  }

  private final class Bent implements SynthesisListener {
    private final SynthesisListener listener;
    private int given;

    Bent(SynthesisListener listener) {
      this.listener = listener;
    }

    @Override
    public void onAudio(byte[] mulaw) {
      if (how == How.BREAKS_IN_MID_SENTENCE && given > HALF_A_SECOND) {
        listener.onFailure(new IllegalStateException("broken"));
        return;
      }
      given += mulaw.length;
      listener.onAudio(mulaw);
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      listener.onWord(from, to, startSample);
    }

    @Override
    public void onEnd() {
      if (how == How.NEVER_STOPS) {
        for (int second = 0; second < 120; second++) {
          listener.onAudio(new byte[8_000]);
        }
      } else {
        listener.onEnd();
      }
    }

    @Override
    public void onFailure(Throwable failure) {
      listener.onFailure(failure);
    }
  }
}
