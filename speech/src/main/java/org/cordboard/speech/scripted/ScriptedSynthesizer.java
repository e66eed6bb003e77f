package org.cordboard.speech.scripted;

import java.time.Duration;
import java.util.List;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;

/**
 * The scripted voice: text into frames that a {@link ScriptedReader} reads. It works on the loop,
 * in no time but what the settings say, so that it serves virtual time.
 */
public final class ScriptedSynthesizer implements SpeechSynthesizer {
  private final ScriptedVoiceSettings settings;
  private final java.util.concurrent.atomic.AtomicInteger utterances =
      new java.util.concurrent.atomic.AtomicInteger();

  /** A voice with the delays of {@code settings}. */
  public ScriptedSynthesizer(ScriptedVoiceSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "scripted";
  }

  /** Any name will do: all sound alike. */
  @Override
  public List<String> voices() {
    return List.of("scripted");
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    int utterance = utterances.incrementAndGet() % SignCode.MOST_UTTERANCES;
    List<ScriptedSpeech.Word> words =
        ScriptedSpeech.words(request.text(), utterance, request.rate(), request.gain());
    Speaking speaking = new Speaking(words, listener);
    Duration delay = settings.firstAudio();
    Clock.Timer timer = loop.clock().after(delay, speaking);
    return () -> {
      speaking.cancelled = true;
      timer.cancel();
    };
  }

  @Override
  public void close() {
    // nothing is held
  }

  private static final class Speaking implements Runnable {
    private final List<ScriptedSpeech.Word> words;
    private final SynthesisListener listener;
    private boolean cancelled;

    Speaking(List<ScriptedSpeech.Word> words, SynthesisListener listener) {
      this.words = words;
      this.listener = listener;
    }

    @Override
    public void run() {
      long position = 0;
      for (ScriptedSpeech.Word word : words) {
        if (cancelled) {
          return;
        }
        listener.onWord(word.from(), word.to(), position);
        position += word.mulaw().length;
        listener.onAudio(word.mulaw());
      }
      if (!cancelled) {
        listener.onEnd();
      }
    }
  }
}
