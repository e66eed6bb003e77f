package org.cordboard.speech.vosk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.MuLaw;

/** An utterance's way through one native decoder, which it closes. One thread at a time. */
final class VoskPass {
  private final VoskEngine engine;
  private final long origin;
  private final List<Transcript.Word> settled = new ArrayList<>();
  private boolean unknown; // among what is settled there is something outside the grammar
  private boolean closed;

  /** A pass whose first sample lies at {@code origin}. */
  VoskPass(VoskEngine engine, long origin) {
    this.engine = engine;
    this.origin = origin;
  }

  /**
   * Words so far.
   *
   * @param words with their places; may hold fewer than the text
   * @param unknown whether something was said that is not in the grammar
   */
  record Partial(String text, List<Transcript.Word> words, boolean unknown) {}

  /** Decodes more audio and answers the words so far. */
  Partial accept(byte[] mulaw) {
    short[] samples = MuLaw.decode(mulaw);
    if (samples.length > 0 && engine.accept(samples)) {
      settle(engine.result()); // its own endpointer spoke
      return new Partial(text(settled), List.copyOf(settled), unknown);
    }
    String json = engine.partial();
    List<Transcript.Word> words = new ArrayList<>(settled);
    words.addAll(VoskResult.partialWords(json, origin));
    String text = (text(settled) + " " + VoskResult.partial(json)).trim();
    return new Partial(text, words, unknown || VoskResult.unknown(json));
  }

  /** Ends the pass, closes the engine and answers all its words. */
  Partial finish() {
    try {
      settle(engine.finish());
      return new Partial(text(settled), List.copyOf(settled), unknown);
    } finally {
      close();
    }
  }

  /** Frees the engine; harmless when repeated. */
  void close() {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }

  private void settle(String json) {
    settled.addAll(VoskResult.words(json, origin));
    unknown |= VoskResult.unknown(json);
  }

  static String text(List<Transcript.Word> words) {
    return words.stream().map(Transcript.Word::text).collect(Collectors.joining(" "));
  }
}
