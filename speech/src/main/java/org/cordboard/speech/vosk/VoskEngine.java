package org.cordboard.speech.vosk;

import java.io.IOException;
import java.util.Optional;
import org.vosk.Model;
import org.vosk.Recognizer;

/** One native decoder: audio in, the engine's JSON out. One thread at a time; closed once. */
interface VoskEngine extends AutoCloseable {
  /** Decodes samples at 8 kHz; true when its own endpointer found the end of something. */
  boolean accept(short[] samples);

  /** What was found up to that end. */
  String result();

  /** The words so far. */
  String partial();

  /** All that was not told yet; nothing can be decoded afterwards. */
  String finish();

  @Override
  void close();

  /** Makes decoders. */
  interface Maker {
    /** A decoder that listens for the words of a grammar, or for everything. */
    VoskEngine make(Optional<String> grammar) throws IOException;
  }

  /** Decoders of the native library, with places of words. */
  static Maker of(Model model, boolean partialWords) {
    return grammar -> new Native(model, grammar, partialWords);
  }

  /** The library's own. */
  final class Native implements VoskEngine {
    private static final float RATE_HZ = 8_000;
    private final Recognizer recognizer;

    Native(Model model, Optional<String> grammar, boolean partialWords) throws IOException {
      this.recognizer =
          grammar.isPresent()
              ? new Recognizer(model, RATE_HZ, grammar.get())
              : new Recognizer(model, RATE_HZ);
      recognizer.setWords(true);
      recognizer.setPartialWords(partialWords);
    }

    @Override
    public boolean accept(short[] samples) {
      return recognizer.acceptWaveForm(samples, samples.length);
    }

    @Override
    public String result() {
      return recognizer.getResult();
    }

    @Override
    public String partial() {
      return recognizer.getPartialResult();
    }

    @Override
    public String finish() {
      return recognizer.getFinalResult();
    }

    @Override
    public void close() {
      recognizer.close();
    }
  }
}
