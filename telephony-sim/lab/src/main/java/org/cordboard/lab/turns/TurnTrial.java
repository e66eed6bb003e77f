package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
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
  private final List<Partial> partials = new ArrayList<>();

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
    byte[] line = line();
    this.voiced = new boolean[line.length / FRAME];
    for (int i = 0; i < voiced.length; i++) {
      byte[] bytes = Arrays.copyOfRange(line, i * FRAME, (i + 1) * FRAME);
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
   * @param lagMs after their end
   * @param errors share of them that are lost or garbled, half and half
   */
  record Lateness(long lagMs, double errors, long seed) {}

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
    int partial = 0;
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
        for (; partial < partials.size() && partials.get(partial).at() <= now; partial++) {
          Partial words = partials.get(partial);
          int ready = endpointer.heard(words.text(), words.lastEnd(), now).size();
          readies += decided < 0 ? ready : 0;
        }
        for (TurnEvent event : endpointer.next(voiced[frame], (long) frame * FRAME)) {
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
