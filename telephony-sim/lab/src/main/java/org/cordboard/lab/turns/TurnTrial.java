package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.TurnEvent;
import org.cordboard.speech.turn.VoiceActivity;

/**
 * One caller's turns, as frames with voice and words that come late; and what an endpointer makes
 * of them. The voice is judged once, since no endpointer changes it.
 */
final class TurnTrial {
  private static final int FRAME = AudioFormat.MULAW_8K.frameSamples();
  private static final int BEFORE = 60 * FRAME; // 1.2 s: nobody takes it for the same breath
  private static final int AFTER = 200 * FRAME; // 4 s

  private final List<SpokenTurn> turns;
  private final List<Long> begins = new ArrayList<>();
  private final boolean[] voiced;
  private final float[] levels; // rms of each frame, 16-bit
  private final List<Partial> partials = new ArrayList<>();
  private final Lateness lateness;

  /** Words so far, from when they are known. */
  private record Partial(long at, String text, long lastEnd) {}

  /**
   * What became of a turn.
   *
   * @param turn which
   * @param cut it was ended in a pause
   * @param missed it never ended, or never began
   * @param delayMs from the end of speech to the decision, when it was neither
   * @param readies how often an answer to it would have been begun
   */
  record Verdict(SpokenTurn turn, boolean cut, boolean missed, long delayMs, int readies) {
    /** For one that was cut off: what had been said, how long the pause was, when it was cut. */
    String how() {
      long at = turn.ends() + delayMs * 8;
      StringBuilder words = new StringBuilder();
      turn.words().stream()
          .filter(word -> word.from() < at)
          .forEach(word -> words.append(word.text()).append(' '));
      return turn.pauses().stream()
          .filter(pause -> pause.from() <= at && at <= pause.to() && !pause.end())
          .findFirst()
          .map(
              pause ->
                  String.format(
                      "%s… after %d of %d ms",
                      words, (at - pause.from()) / 8, (pause.to() - pause.from()) / 8))
          .orElse(String.format("%s… while speaking, %d ms too early", words, -delayMs));
    }
  }

  TurnTrial(List<SpokenTurn> turns, VoiceActivity activity, Lateness lateness) {
    this.turns = turns;
    this.lateness = lateness;
    byte[] line = line();
    this.voiced = new boolean[line.length / FRAME];
    this.levels = new float[voiced.length];
    for (int i = 0; i < voiced.length; i++) {
      byte[] bytes = Arrays.copyOfRange(line, i * FRAME, (i + 1) * FRAME);
      levels[i] = (float) Pcm.rms(MuLaw.decode(bytes));
      voiced[i] = activity.voiced(new AudioFrame(AudioFormat.MULAW_8K, bytes, (long) i * FRAME));
    }
    Random random = new Random(lateness.seed());
    for (int i = 0; i < turns.size(); i++) {
      partials(turns.get(i), begins.get(i), lateness, random);
    }
  }

  /**
   * How words come.
   *
   * @param lagMs after their end; in pauses, after the endpointer has found the pause
   * @param errors share of them that are lost or garbled, half and half
   * @param inPauses whether words come only from decodes on trial: all of them, so long after a
   *     pause was found, unless the caller has gone on; as the Whisper kind tells them
   */
  record Lateness(long lagMs, double errors, long seed, boolean inPauses) {
    /** Words that come while they are spoken. */
    Lateness(long lagMs, double errors, long seed) {
      this(lagMs, errors, seed, false);
    }
  }

  /** The words that come while an endpointer hears the turns. */
  private final class Coming {
    private int next;
    private long trialAt = -1; // when a decode on trial is ready; -1 for none

    List<Partial> due(long now) {
      List<Partial> due = new ArrayList<>();
      if (!lateness.inPauses()) {
        for (; next < partials.size() && partials.get(next).at() <= now; next++) {
          due.add(partials.get(next));
        }
      } else if (trialAt >= 0 && trialAt <= now) {
        long paused = trialAt - lateness.lagMs() * 8;
        trialAt = -1;
        for (; next < partials.size() && partials.get(next).lastEnd() <= paused; next++) {
          due.clear();
          due.add(new Partial(now, partials.get(next).text(), paused));
        }
      }
      return due;
    }

    void told(TurnEvent event, long now) {
      if (event instanceof TurnEvent.Paused) {
        trialAt = now + lateness.lagMs() * 8;
      } else if (event instanceof TurnEvent.Resumed || event instanceof TurnEvent.Ended) {
        trialAt = -1;
      }
    }
  }

  private byte[] line() {
    long length = 0;
    for (SpokenTurn turn : turns) {
      begins.add(length + BEFORE);
      length += BEFORE + turn.mulaw().length + AFTER;
      length += (FRAME - length % FRAME) % FRAME;
    }
    byte[] line = new byte[(int) length];
    Arrays.fill(line, MuLaw.SILENCE);
    for (int i = 0; i < turns.size(); i++) {
      byte[] sound = turns.get(i).mulaw();
      System.arraycopy(sound, 0, line, begins.get(i).intValue(), sound.length);
    }
    return line;
  }

  private void partials(SpokenTurn turn, long begin, Lateness lateness, Random random) {
    StringBuilder text = new StringBuilder();
    for (SpokenTurn.Word word : turn.words()) {
      boolean wrong = random.nextDouble() < lateness.errors();
      boolean lost = random.nextBoolean();
      if (wrong && lost) {
        continue;
      }
      text.append(text.isEmpty() ? "" : " ");
      text.append(wrong ? new StringBuilder(word.text()).reverse() : word.text());
      long end = begin + word.to();
      partials.add(new Partial(end + lateness.lagMs() * 8, text.toString(), end));
    }
  }

  /** Lets {@code endpointer}, a new one, hear them all. */
  List<Verdict> hear(Endpointer endpointer) {
    List<Verdict> verdicts = new ArrayList<>();
    Coming words = new Coming();
    int frame = 0;
    for (int i = 0; i < turns.size(); i++) {
      SpokenTurn turn = turns.get(i);
      long ends = begins.get(i) + turn.ends();
      long over = i + 1 < turns.size() ? begins.get(i + 1) - BEFORE : (long) voiced.length * FRAME;
      endpointer.expect(turn.expected());
      long decided = -1;
      int readies = 0;
      for (; (long) frame * FRAME < over; frame++) {
        long now = (long) (frame + 1) * FRAME;
        for (Partial partial : words.due(now)) {
          int ready =
              lateness.inPauses()
                  ? endpointer.heardUpTo(partial.text(), partial.lastEnd(), now).size()
                  : endpointer.heard(partial.text(), partial.lastEnd(), now).size();
          readies += decided < 0 ? ready : 0;
        }
        for (TurnEvent event :
            endpointer.next(voiced[frame], levels[frame], (long) frame * FRAME)) {
          words.told(event, now);
          readies += event instanceof TurnEvent.Ready && decided < 0 ? 1 : 0;
          decided = event instanceof TurnEvent.Ended && decided < 0 ? now : decided;
        }
      }
      boolean cut = decided >= 0 && decided < ends;
      verdicts.add(new Verdict(turn, cut, decided < 0, (decided - ends) / 8, readies));
    }
    return verdicts;
  }
}
