package org.cordboard.gateway.call;

import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;

/** Speaks a word in 250 ms, all at once, and knows where the words are. */
final class WordVoice implements SpeechSynthesizer {
  static final int WORD_BYTES = 2_000;
  static final byte SAMPLE = MuLaw.encode((short) 8_000);
  int failures;
  boolean silent;
  private SynthesisListener last =
      new SynthesisListener() {
        @Override
        public void onAudio(byte[] mulaw) {}

        @Override
        public void onEnd() {}

        @Override
        public void onFailure(Throwable cause) {}
      };

  @Override
  public String name() {
    return "test";
  }

  @Override
  public List<String> voices() {
    return List.of("test");
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    last = listener;
    loop.run(() -> deliver(request.text(), listener));
    return () -> {};
  }

  /** Whoever waits for the sound of the last text. */
  SynthesisListener last() {
    return last;
  }

  private void deliver(String text, SynthesisListener listener) {
    if (silent) {
      return;
    }
    if (failures > 0) {
      failures--;
      listener.onFailure(new IllegalStateException("no voice"));
      return;
    }
    int from = 0;
    long at = 0;
    for (String word : text.split(" ")) {
      listener.onWord(from, from + word.length(), at);
      byte[] audio = new byte[WORD_BYTES];
      Arrays.fill(audio, SAMPLE);
      listener.onAudio(audio);
      from += word.length() + 1;
      at += WORD_BYTES;
    }
    listener.onEnd();
  }

  @Override
  public void close() {}
}
