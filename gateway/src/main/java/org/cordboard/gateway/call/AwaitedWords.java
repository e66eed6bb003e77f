package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.turn.Din;
import org.jspecify.annotations.Nullable;

/**
 * The utterances that are over and whose words are still to come: delivers what becomes of each,
 * once, in the order in which they were said, whatever the order in which it is known. One of which
 * nothing is known within the budget has failed. Confined to the call's loop.
 */
final class AwaitedWords {
  private static final int MOST = 8; // nobody says more within the time that words may take
  private static final Duration NOTICED =
      Duration.ofMillis(1_200); // a pause that callers wonder at
  private static final Duration NOTICED_AGAIN = Duration.ofSeconds(3);

  /**
   * An utterance that is over.
   *
   * @param endSample where its speech ended
   * @param decidedSample where the line was when that was decided
   * @param decidedNanos when it was
   * @param voice what {@link Din} had counted then
   */
  record Ended(
      long utterance, long endSample, long decidedSample, long decidedNanos, Din.Asked voice) {}

  /** Told that no words of an utterance will come. */
  interface Failing {
    /** It has failed; its turn has come. */
    void failed(Ended utterance, Throwable why);
  }

  private final Duration budget;
  private final Loop loop;
  private final Failing failing;
  private final LongConsumer late;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();

  /** {@code late} is told of an utterance whose words are late, again and again. */
  AwaitedWords(Duration budget, Loop loop, Failing failing, LongConsumer late) {
    this.late = late;
    this.budget = budget;
    this.loop = loop;
    this.failing = failing;
  }

  /** Waits for its words from now on. */
  void add(Ended utterance) {
    Entry entry = new Entry(utterance);
    entries.add(entry);
    entry.deadline =
        loop.clock()
            .after(budget, () -> fail(entry, new TimeoutException("no words within " + budget)));
    lateAfter(NOTICED, entry);
    if (entries.size() > MOST) {
      fail(entries.element(), new IllegalStateException("too many utterances wait for words"));
    }
  }

  private void lateAfter(Duration span, Entry entry) {
    entry.noticed =
        loop.clock()
            .after(
                span,
                () -> {
                  lateAfter(NOTICED_AGAIN, entry);
                  late.accept(entry.ended.utterance());
                });
  }

  /** What becomes of it is known: {@code delivery} is called when its turn has come. */
  void known(long utterance, Consumer<Ended> delivery) {
    for (Entry entry : entries) {
      if (entry.ended.utterance() == utterance) {
        known(entry, delivery);
        return;
      }
    }
  }

  /** No words will come. */
  void failed(long utterance, Throwable why) {
    known(utterance, ended -> failing.failed(ended, why));
  }

  private void fail(Entry entry, Throwable why) {
    known(entry, ended -> failing.failed(ended, why));
  }

  private void known(Entry entry, Consumer<Ended> delivery) {
    if (entry.delivery != null) {
      return; // it was known before, or has been given up
    }
    entry.delivery = delivery;
    entry.cancelDeadline();
    deliver();
  }

  private void deliver() {
    for (Entry first = entries.peek();
        first != null && first.delivery != null;
        first = entries.peek()) {
      entries.remove();
      first.delivery.accept(first.ended);
    }
  }

  /** Nothing is delivered any more. */
  void close() {
    for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
      each.next().cancelDeadline();
      each.remove();
    }
  }

  private static final class Entry {
    final Ended ended;
    @Nullable Consumer<Ended> delivery;
    private Clock.@Nullable Timer deadline;
    private Clock.Timer noticed = () -> {};

    Entry(Ended ended) {
      this.ended = ended;
    }

    void cancelDeadline() {
      noticed.cancel();
      if (deadline != null) {
        deadline.cancel();
        deadline = null;
      }
    }
  }
}
