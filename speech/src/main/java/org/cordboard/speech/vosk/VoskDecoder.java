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
  private final boolean partialWords;
  private final List<Transcript.Word> settled = new ArrayList<>();
  private @Nullable Recognizer recognizer;
  private boolean closed;

  /** A decoder whose first sample lies at {@code origin}. */
  VoskDecoder(Model model, Optional<String> grammar, long origin, boolean partialWords) {
    this.partialWords = partialWords;
    this.model = model;
    this.grammar = grammar;
    this.origin = origin;
  }

  /**
   * Words so far.
   *
   * @param words with their places; may hold fewer than the text
   */
  record Partial(String text, List<Transcript.Word> words) {}

  /** Decodes more audio and answers the words so far. */
  Partial accept(byte[] mulaw) throws IOException {
    Recognizer engine = engine();
    short[] samples = MuLaw.decode(mulaw);
    if (samples.length > 0 && engine.acceptWaveForm(samples, samples.length)) {
      settled.addAll(VoskResult.words(engine.getResult(), origin)); // its own endpointer spoke
      return new Partial(text(settled), List.copyOf(settled));
    }
    String json = engine.getPartialResult();
    List<Transcript.Word> words = new ArrayList<>(settled);
    words.addAll(VoskResult.partialWords(json, origin));
    return new Partial((text(settled) + " " + VoskResult.partial(json)).trim(), words);
  }

  /** Ends the utterance, closes the engine and answers all its words. */
  List<Transcript.Word> finish() throws IOException {
    try {
      settled.addAll(VoskResult.words(engine().getFinalResult(), origin));
      return settled;
    } finally {
      close();
    }
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
      open.setPartialWords(partialWords);
      recognizer = open;
    }
    return open;
  }
}
