package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.text.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutTest {
  private static final long MS = 1_000_000;
  private static final SpokenPrompt PROMPT =
      new SpokenPrompt(
          7, Prompt.of("one two"), Spoken.asWritten("one two"), 0, () -> {}, replaced -> {});

  @Test
  void whatAMarkProvesIsHeardWhateverTheClockSays() {
    Playout playout = new Playout(0);
    String first = playout.sent(PROMPT, new byte[800], false, 0);
    playout.sent(PROMPT, new byte[800], true, 0);

    assertThat(playout.marked(first, 20 * MS)).hasSize(1);
    assertThat(heard(playout.cleared(20 * MS))).isZero();
  }

  @Test
  void betweenMarksTheClockCountsInWholeFramesLessOne() {
    Playout playout = new Playout(0);
    playout.sent(PROMPT, new byte[800], false, 0);
    playout.sent(PROMPT, new byte[800], true, 0);

    assertThat(heard(playout.cleared(95 * MS))).isEqualTo(3 * 160); // 60 of 75 ms
  }

  @Test
  void onlyTheMarksOfSomeStretchesTellHowLateTheCarrierIs() {
    Playout playout = new Playout(0);
    for (int stretch = 0; stretch < 6; stretch++) {
      long from = stretch * 1_000 * MS;
      String mark = playout.sent(PROMPT, new byte[800], false, from);
      playout.sent(PROMPT, new byte[800], false, from);
      playout.marked(mark, from + 115 * MS);
      int frames = stretch < 4 ? 2 : 3; // 60 ms, less 20 at first
      assertThat(heard(playout.cleared(from + 160 * MS))).isEqualTo(frames * 160L);
    }
  }

  @Test
  void marksOfAnotherGenerationAreIgnored() {
    Playout playout = new Playout(0);
    String mark = playout.sent(PROMPT, new byte[800], false, 0);
    playout.cleared(10 * MS);

    assertThat(playout.marked(mark, 20 * MS)).isEmpty();
    assertThat(playout.aheadMs(20 * MS)).isZero();
  }

  @Test
  void afterAClearWhatTheNetworkHadAlreadyIsReckonedWith() {
    Playout playout = new Playout(0);
    playout.sent(PROMPT, new byte[1_600], false, 0);
    playout.cleared(100 * MS);
    playout.sent(PROMPT, new byte[1_600], false, 100 * MS);

    assertThat(heard(playout.cleared(200 * MS))).isEqualTo(2 * 160); // 100 less 60 ms
  }

  /**
   * A carrier that plays in ticks of its own, behind a network that delays each message, and after
   * a clear still plays 40 ms: cleared again and again, never more is claimed than was played.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 15, 40})
  void aJitteringCarrierIsNeverCreditedWithMoreThanItPlayed(int mostMs) {
    Random chance = new Random(mostMs);
    int tooMuch = 0;
    int far = 0;
    for (int round = 0; round < 400; round++) {
      Carrier carrier = new Carrier(chance, mostMs);
      for (int i = 0; i < 4; i++) {
        long over = carrier.claimLessPlayedMs(300 + chance.nextInt(900));
        tooMuch += over > 0 ? 1 : 0;
        far += over < -160 ? 1 : 0;
      }
    }
    int most = mostMs == 0 ? 0 : mostMs > 15 ? 64 : 16; // of 1,600: before the line is known
    assertThat(tooMuch).isLessThanOrEqualTo(most);
    assertThat(far).isLessThanOrEqualTo(mostMs > 15 ? 160 : 16);
  }

  private static long heard(List<Playout.Part> parts) {
    return parts.stream().mapToLong(Playout.Part::bytes).sum();
  }

  /** Gateway and carrier, in steps of a millisecond. */
  private static final class Carrier {
    private final Random chance;
    private final int mostMs;
    private final Playout playout = new Playout(0);
    private final long phaseMs;
    private long nowMs;
    private long arrivesMs; // in order
    private long returnsMs;
    private final java.util.TreeMap<Long, List<Runnable>> later = new java.util.TreeMap<>();
    private long queuedMs;
    private long residualMs;
    private long playedMs; // of what this stretch was given
    private final java.util.ArrayDeque<long[]> marks = new java.util.ArrayDeque<>();
    private final java.util.Map<Long, String> names = new java.util.HashMap<>();
    private long givenMs;

    Carrier(Random chance, int mostMs) {
      this.chance = chance;
      this.mostMs = mostMs;
      this.phaseMs = chance.nextInt(20);
    }

    private void at(long ms, Runnable task) {
      later.computeIfAbsent(ms, any -> new java.util.ArrayList<>()).add(task);
    }

    private long arrival() {
      arrivesMs = Math.max(arrivesMs, nowMs + 30 + (mostMs == 0 ? 0 : chance.nextInt(mostMs)));
      return arrivesMs;
    }

    /** Speaks for so long, clears, and answers by how much too much was claimed. */
    long claimLessPlayedMs(int forMs) {
      long until = nowMs + forMs;
      long[] claimed = {0};
      givenMs = 0;
      while (nowMs < until) {
        while (playout.aheadMs(nowMs * MS) < 200) {
          String mark = playout.sent(PROMPT, new byte[800], false, nowMs * MS);
          givenMs += 100;
          long end = givenMs;
          at(
              arrival(),
              () -> {
                queuedMs += 100;
                marks.add(new long[] {end});
                names.put(end, mark);
              });
        }
        step(claimed);
      }
      for (Playout.Part part : playout.cleared(nowMs * MS)) {
        claimed[0] += part.bytes() / 8;
      }
      long clear = arrival();
      while (nowMs < clear) {
        step(new long[1]);
      }
      long over = claimed[0] - playedMs;
      residualMs = Math.min(40, queuedMs);
      queuedMs = 0;
      playedMs = 0;
      marks.clear();
      names.clear();
      later.clear();
      return over;
    }

    private void step(long[] claimed) {
      List<Runnable> due = later.remove(nowMs);
      if (due != null) {
        due.forEach(Runnable::run);
      }
      if (nowMs % 20 == phaseMs) {
        while (!marks.isEmpty() && marks.peek()[0] <= playedMs) {
          String mark = names.get(marks.poll()[0]);
          returnsMs = Math.max(returnsMs, nowMs + 30 + (mostMs == 0 ? 0 : chance.nextInt(mostMs)));
          at(
              Math.max(returnsMs, nowMs + 1),
              () ->
                  playout
                      .marked(mark, nowMs * MS)
                      .forEach(piece -> claimed[0] += piece.audio().length / 8));
        }
        if (residualMs > 0) {
          residualMs -= 20;
        } else if (queuedMs > 0) {
          queuedMs -= 20;
          playedMs += 20;
        }
      }
      nowMs++;
    }
  }
}
