package org.cordboard.sim.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;

/**
 * A voice for tests: every text becomes 600 ms of loud audio of one byte value, by which {@link
 * MarkedEar} knows it again. Sixteen texts at most.
 */
public final class MarkedVoice implements SpeechSynthesizer {
  static final int FIRST_CODE = 0x80; // the loudest positive codes of μ-law
  static final int BYTES = 4_800;

  private final List<String> texts = new ArrayList<>();

  String text(int code) {
    return texts.get(code - FIRST_CODE);
  }

  @Override
  public String name() {
    return "marked";
  }

  @Override
  public List<String> voices() {
    return List.of("any");
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    if (!texts.contains(request.text())) {
      texts.add(request.text());
    }
    byte[] audio = new byte[BYTES];
    Arrays.fill(audio, (byte) (FIRST_CODE + texts.indexOf(request.text())));
    listener.onAudio(audio);
    listener.onEnd();
    return () -> {};
  }

  @Override
  public void close() {}
}
