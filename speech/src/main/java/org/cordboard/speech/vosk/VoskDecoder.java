package org.cordboard.speech.vosk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.cordboard.config.Clock;
import org.cordboard.speech.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * One utterance in the native engine. Touched by one task at a time, never by two; opens the engine
 * at the first audio and closes it exactly once.
 *
 * <p>With a grammar, it is heard a second time without, at the same time: an engine bends what lies
 * outside the grammar ("no, get me somebody") into words of it, and is sure of them. Where the
 * words of the second pass lie outside the grammar, where the first met something unknown, nothing,
 * or is not sure, those of the second are taken, if they are there in time.
 */
final class VoskDecoder {
  private static final int SLICE_BYTES = 4_000; // at most half a second between looks at the clock
  private static final double SURE = 0.6; // a grammar's own words come at 0.9 and more
  private static final int FEW_OUTSIDE = 2; // words: one may be a digit misheard ("ate", "for")
  private static final Duration SECOND_LOOK = Duration.ofMillis(1_200); // before others take over

  private final VoskEngine.Maker maker;
  private final Optional<String> grammar;
  private final long origin;
  private final Clock clock;
  private final Set<String> known; // words of the grammar
  private final Queue<byte[]> unheard = new ArrayDeque<>(); // slices that the second pass waits for
  private @Nullable VoskPass first;
  private @Nullable VoskPass second; // without the grammar
  private boolean closed;

  /** A decoder whose first sample lies at {@code origin}. */
  VoskDecoder(VoskEngine.Maker maker, Optional<String> grammar, long origin, Clock clock) {
    this.maker = maker;
    this.grammar = grammar;
    this.origin = origin;
    this.clock = clock;
    this.known = grammar.map(VoskGrammar::words).orElse(Set.of());
  }

  /** Decodes more audio and answers the words so far. */
  VoskPass.Partial accept(byte[] mulaw) throws IOException {
    VoskPass.Partial heard = first().accept(mulaw);
    if (grammar.isEmpty()) {
      return heard;
    }
    for (int at = 0; at < mulaw.length; at += SLICE_BYTES) {
      unheard.add(Arrays.copyOfRange(mulaw, at, Math.min(mulaw.length, at + SLICE_BYTES)));
    }
    VoskPass.Partial free = hearAgain();
    return free != null && (heard.unknown() || outside(free)) ? free : heard;
  }

  /** Ends the utterance, closes the engine and answers all its words. */
  List<Transcript.Word> finish() throws IOException {
    try {
      VoskPass.Partial heard = first().finish();
      if (grammar.isEmpty()) {
        return heard.words();
      }
      hearAgain();
      VoskPass pass = second;
      if (pass == null || !unheard.isEmpty()) {
        return heard.words(); // there was no time for more
      }
      VoskPass.Partial free = pass.finish();
      boolean better = !free.words().isEmpty() && (!sure(heard) || outside(free));
      return better ? free.words() : heard.words();
    } finally {
      close();
    }
  }

  private static boolean sure(VoskPass.Partial heard) {
    return !heard.unknown() && confidence(heard.words()) >= SURE;
  }

  /** Whether most of it is surely something else than the grammar expects. */
  private boolean outside(VoskPass.Partial free) {
    List<Transcript.Word> outside =
        free.words().stream().filter(word -> !known.contains(word.text())).toList();
    return outside.size() >= FEW_OUTSIDE
        && outside.size() * 2 >= free.words().size()
        && confidence(outside) >= SURE;
  }

  private static double confidence(List<Transcript.Word> words) {
    return words.stream().mapToDouble(Transcript.Word::confidence).average().orElse(0);
  }

  /** Gives the second pass what it has not heard, as far as there is time; its words so far. */
  private VoskPass.@Nullable Partial hearAgain() throws IOException {
    VoskPass pass = second;
    if (pass == null) {
      pass = new VoskPass(maker.make(Optional.empty()), origin);
      second = pass;
    }
    long from = clock.nanos();
    VoskPass.Partial heard = null;
    for (byte[] slice = unheard.peek();
        slice != null && clock.nanos() - from < SECOND_LOOK.toNanos();
        slice = unheard.peek()) {
      heard = pass.accept(slice);
      unheard.remove();
    }
    return heard;
  }

  /** Frees the engine; harmless when repeated. */
  void close() {
    closed = true;
    if (first != null) {
      first.close();
    }
    if (second != null) {
      second.close();
    }
  }

  private VoskPass first() throws IOException {
    if (closed) {
      throw new IllegalStateException("the utterance's decoder is closed");
    }
    VoskPass open = first;
    if (open == null) {
      open = new VoskPass(maker.make(grammar), origin);
      first = open;
    }
    return open;
  }
}
