package org.cordboard.speech.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine owes for the utterances given to it, and since when: a pure state. An utterance is
 * owed from its start until its one answer; one that is begun anew before it has ended is dropped,
 * as engines do.
 *
 * @param utterances in order
 * @param expectsLife whether the engine has ever shown a sign of life between words
 * @param lifeNanos when it last did, or when audio began to be given to it
 */
record Owed(List<Utterance> utterances, boolean expectsLife, long lifeNanos) {
  private static final long NOTICED_NANOS = 1_000_000_000; // a pause of ours that people ask about

  static final Owed NOTHING = new Owed(List.of(), false, 0);

  /**
   * One utterance.
   *
   * @param startSample where it starts
   * @param pauseSample where the caller paused and may have ended; −1 when not
   * @param endSample where it ended; −1 while it is open
   * @param sinceNanos when the engine was told of the end
   */
  record Utterance(long id, long startSample, long pauseSample, long endSample, long sinceNanos) {
    boolean ended() {
      return endSample >= 0;
    }
  }

  Owed started(long id, long startSample, long nowNanos) {
    List<Utterance> next = new ArrayList<>(utterances);
    next.removeIf(utterance -> !utterance.ended() || utterance.id() == id);
    next.add(new Utterance(id, startSample, -1, -1, nowNanos));
    return new Owed(List.copyOf(next), expectsLife, nowNanos);
  }

  Owed paused(long id, long sample) {
    return with(id, old -> new Utterance(id, old.startSample(), sample, -1, old.sinceNanos()));
  }

  Owed resumed(long id) {
    return paused(id, -1);
  }

  Owed ended(long id, long sample, long nowNanos) {
    return with(id, old -> new Utterance(id, old.startSample(), -1, sample, nowNanos));
  }

  /** An utterance that is open, changed. */
  private Owed with(long id, java.util.function.UnaryOperator<Utterance> change) {
    List<Utterance> next =
        utterances.stream()
            .map(old -> old.id() == id && !old.ended() ? change.apply(old) : old)
            .toList();
    return new Owed(next, expectsLife, lifeNanos);
  }

  Optional<Utterance> find(long id) {
    return utterances.stream().filter(utterance -> utterance.id() == id).findFirst();
  }

  /** The utterance still in progress, if there is one. */
  Optional<Utterance> open() {
    return utterances.stream().filter(utterance -> !utterance.ended()).findFirst();
  }

  /** True when somebody has waited for words long enough to notice. */
  boolean awaited(long nowNanos) {
    return utterances.stream()
        .anyMatch(each -> each.ended() && nowNanos - each.sinceNanos() >= NOTICED_NANOS);
  }

  /** An answer has come for it, or never will. */
  Owed without(long id) {
    return new Owed(
        utterances.stream().filter(utterance -> utterance.id() != id).toList(),
        expectsLife,
        lifeNanos);
  }

  /** A sign of life. */
  Owed alive(long nowNanos) {
    return new Owed(utterances, true, nowNanos);
  }

  /** Another engine has all of it, from now on. */
  Owed handedOver(long nowNanos) {
    List<Utterance> next =
        utterances.stream()
            .map(
                old ->
                    new Utterance(
                        old.id(), old.startSample(), old.pauseSample(), old.endSample(), nowNanos))
            .toList();
    return new Owed(next, false, nowNanos);
  }

  /** Why the engine is to be given up now, if it is. */
  Optional<String> overdue(LadderSettings settings, long nowNanos) {
    for (Utterance utterance : utterances) {
      if (utterance.ended() && nowNanos - utterance.sinceNanos() >= settings.words().toNanos()) {
        return Optional.of("no words within " + settings.words().toMillis() + " ms");
      }
    }
    boolean silent = expectsLife && nowNanos - lifeNanos >= settings.life().toNanos();
    return silent && open().isPresent()
        ? Optional.of("no sign of life for " + settings.life().toMillis() + " ms")
        : Optional.empty();
  }

  /** How long until the oldest utterance that has ended is overdue; empty when none has ended. */
  Optional<Long> nanosLeft(LadderSettings settings, long nowNanos) {
    return utterances.stream()
        .filter(Utterance::ended)
        .map(utterance -> utterance.sinceNanos() + settings.words().toNanos() - nowNanos)
        .min(Long::compare);
  }
}
