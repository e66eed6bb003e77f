package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;

/** A voice engine whose every word is 100 ms of one byte. */
final class ToneVoice implements SpeechSynthesizer {
  static final byte VOICE = 0x21;

  final List<String> spoken = new ArrayList<>();

  @Override
  public String name() {
    return "one tone a word";
  }

  @Override
  public List<String> voices() {
    return List.of("tone");
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    spoken.add(request.text());
    byte[] audio = new byte[800 * request.text().split(" ").length];
    Arrays.fill(audio, VOICE);
    var timer =
        loop.clock()
            .after(
                Duration.ofMillis(5),
                () -> {
                  listener.onAudio(audio);
                  listener.onEnd();
                });
    return timer::cancel;
  }

  @Override
  public void close() {}
}
