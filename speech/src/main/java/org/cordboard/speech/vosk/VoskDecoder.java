package org.cordboard.speech.vosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * One utterance in the native engine. Touched by one task at a time, never by two; opens the engine
 * at the first audio and closes it exactly once.
 */
final class VoskDecoder {
  private static final float RATE_HZ = 8_000;

  private final Model model;
  private final Optional<String> grammar;
  private final long origin;
  private final List<Transcript.Word> settled = new ArrayList<>();
  private @Nullable Recognizer recognizer;
  private boolean closed;

  /** A decoder whose first sample lies at {@code origin}. */
  VoskDecoder(Model model, Optional<String> grammar, long origin) {
    this.model = model;
    this.grammar = grammar;
    this.origin = origin;
  }

  /** Decodes more audio and answers the words so far. */
  String accept(byte[] mulaw) throws IOException {
    Recognizer engine = engine();
    short[] samples = MuLaw.decode(mulaw);
    if (samples.length > 0 && engine.acceptWaveForm(samples, samples.length)) {
      settled.addAll(VoskResult.words(engine.getResult(), origin)); // its own endpointer spoke
      return text(settled);
    }
    return (text(settled) + " " + VoskResult.partial(engine.getPartialResult())).trim();
  }

  /** Ends the utterance, closes the engine and answers all its words. */
  List<Transcript.Word> finish() throws IOException {
    settled.addAll(VoskResult.words(engine().getFinalResult(), origin));
    close();
    return settled;
  }

  /** Frees the engine; harmless when repeated. */
  void close() {
    closed = true;
    Recognizer open = recognizer;
    recognizer = null;
    if (open != null) {
      open.close();
    }
  }

  static String text(List<Transcript.Word> words) {
    return words.stream().map(Transcript.Word::text).collect(Collectors.joining(" "));
  }

  private Recognizer engine() throws IOException {
    if (closed) {
      throw new IllegalStateException("the utterance's decoder is closed");
    }
    Recognizer open = recognizer;
    if (open == null) {
      open =
          grammar.isPresent()
              ? new Recognizer(model, RATE_HZ, grammar.get())
              : new Recognizer(model, RATE_HZ);
      open.setWords(true);
      recognizer = open;
    }
    return open;
  }
}
