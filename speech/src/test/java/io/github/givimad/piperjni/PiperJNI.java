package io.github.givimad.piperjni;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for the library of the same name, with the methods that it is called by and its
 * complaints: speaks a tone as long as the text and the voice's length scale make it.
 */
public final class PiperJNI implements AutoCloseable {
  public static final List<String> SPOKEN = new ArrayList<>();

  /** What it throws at. */
  public static final String UNSPEAKABLE = "\u2603";

  private static final Pattern SCALE = Pattern.compile("\"length_scale\" ?: ?([0-9.]+)");
  private boolean ready;

  public void initialize() {
    ready = true;
  }

  public PiperVoice loadVoice(Path model, Path config, long speaker) throws IOException {
    if (!ready) {
      throw new IllegalStateException("Piper not initialized");
    }
    if (Files.size(model) == 0) {
      throw new IOException("Model file is required");
    }
    Matcher scale = SCALE.matcher(Files.readString(config));
    return new PiperVoice(scale.find() ? Double.parseDouble(scale.group(1)) : 1);
  }

  public short[] textToAudio(PiperVoice voice, String text) {
    if (text.contains(UNSPEAKABLE)) {
      throw new IllegalStateException("no phonemes");
    }
    SPOKEN.add(text.strip());
    short[] samples = new short[(int) (text.strip().length() * 1_500 * voice.scale())];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (6_000 * Math.sin(2 * Math.PI * 400 * i / voice.getSampleRate()));
    }
    return samples;
  }

  @Override
  public void close() {
    ready = false;
  }
}
