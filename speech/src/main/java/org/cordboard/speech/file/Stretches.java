package org.cordboard.speech.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.file.SpeechFiles.Utterance;

/**
 * Which stretches of a recording are read at once: as much as possible, as words are understood
 * better among others. Cuts lie in silence; only long silence is left out, so that no soft onset or
 * ending is. Pure.
 */
final class Stretches {
  private static final long MARGIN = 8_000; // 1 s kept on either side of voice
  private static final long LONG_PAUSE = 24_000; // 3 s: in longer ones words are invented

  private Stretches() {}

  /**
   * The stretches that hold {@code utterances}, in samples of the line, none longer than {@code
   * longest} unless one utterance is, and none overlapping.
   */
  static List<Utterance> of(List<Utterance> utterances, long from, long to, Duration longest) {
    long most = longest.toMillis() * Recording.RATE_HZ / 1_000;
    List<Utterance> groups = new ArrayList<>();
    for (Utterance next : utterances) {
      int last = groups.size() - 1;
      Utterance group = last < 0 ? next : groups.get(last);
      boolean joins =
          last >= 0
              && next.from() - group.to() <= LONG_PAUSE
              && next.to() - group.from() + 2 * MARGIN <= most;
      if (joins) {
        groups.set(last, new Utterance(group.from(), next.to()));
      } else {
        groups.add(next);
      }
    }
    List<Utterance> stretches = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Utterance group = groups.get(i);
      long before = i == 0 ? from : middle(groups.get(i - 1), group);
      long after = i == groups.size() - 1 ? to : middle(group, groups.get(i + 1));
      long margin = Math.max(0, Math.min(MARGIN, (most - (group.to() - group.from())) / 2));
      stretches.add(
          new Utterance(
              Math.max(before, group.from() - margin), Math.min(after, group.to() + margin)));
    }
    return stretches;
  }

  private static long middle(Utterance first, Utterance second) {
    return (first.to() + second.from()) / 2;
  }
}
