package org.cordboard.lab.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cordboard.lab.turns.SpokenTurn.Pause;
import org.cordboard.lab.turns.SpokenTurn.Word;

/**
 * A turn out of recordings: passages with silences put in between words, or words recorded one by
 * one. Silence sounds like the room; some of it precedes and follows the turn, as on a line. One
 * thread.
 */
final class PassageTape {
  private static final int LEAD = 2_400; // 300 ms
  private static final int TAIL = 16_000; // 2 s
  private static final int NEAR = 640; // 80 ms about a word's end, where a cut is looked for
  private static final int STEP = 80; // 10 ms
  private static final int GAP_MS = 40; // between words recorded one by one, at least
  private static final int GAP_SPREAD_MS = 80;
  private static final int SAMPLES_PER_MS = 8;

  private final Random random;
  private final TurnTape tape;
  private final List<Word> words = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();

  PassageTape(Random random) {
    this.random = random;
    this.tape = new TurnTape(random);
  }

  /** What has been put together. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  record Sound(List<Word> words, List<Pause> pauses, byte[] mulaw) {}

  /** A passage with {@code silences} before its second word, its third, …; zero is none. */
  Sound passage(Passage passage, List<Duration> silences) {
    tape.silence(passage.tone(), LEAD);
    say(passage, silences);
    return sound(passage.tone());
  }

  /**
   * A plan, by words recorded one by one. Words of which there is no recording are left out, or
   * {@code opening} is said for them where they come first.
   */
  Sound plan(TurnPlan plan, Map<String, Passage> recorded, Optional<Passage> opening) {
    RoomTone tone =
        recorded.values().stream().map(Passage::tone).reduce(RoomTone::or).orElseThrow();
    tape.silence(tone, LEAD);
    for (Hesitation.Stretch stretch : plan.stretches()) {
      List<String> parts = List.of(stretch.text().split(" "));
      int before = words.size();
      if (before == 0 && !recorded.containsKey(parts.get(0))) {
        opening.ifPresent(phrase -> say(phrase, List.of()));
      }
      for (String part : parts) {
        Passage word = recorded.get(part);
        if (word != null) {
          if (words.size() > before) {
            int gap = GAP_MS + random.nextInt(GAP_SPREAD_MS);
            tape.silence(tone, gap * SAMPLES_PER_MS);
          }
          say(word, List.of());
        }
      }
      if (words.size() > before && !stretch.silence().isZero()) {
        pause(tone, stretch.silence());
      }
    }
    return sound(tone);
  }

  private void pause(RoomTone tone, Duration silence) {
    int from = tape.end();
    tape.silence(tone, (int) silence.toMillis() * SAMPLES_PER_MS);
    pauses.add(new Pause(from, tape.end(), false));
  }

  private void say(Passage passage, List<Duration> silences) {
    List<Word> said = passage.words();
    int from = passage.from();
    long begins = from; // of the word at hand, in the recording
    for (int i = 0; i < said.size(); i++) {
      Word word = said.get(i);
      boolean last = i == said.size() - 1;
      Duration silence = last || i >= silences.size() ? Duration.ZERO : silences.get(i);
      long ends = word.to();
      long next = last ? ends : said.get(i + 1).from();
      int cut = last ? passage.to() : (int) (ends + next) / 2;
      if (!silence.isZero() && next == ends) {
        cut = quietest(passage.sound(), word, said.get(i + 1));
        ends = cut;
        next = cut;
      }
      long shift = tape.end() - from;
      words.add(new Word(word.text(), begins + shift, ends + shift));
      if (!silence.isZero() || last) {
        tape.piece(passage.sound(), from, cut);
        from = cut;
      }
      if (!silence.isZero()) {
        tape.silence(passage.tone(), (int) silence.toMillis() * SAMPLES_PER_MS);
        pauses.add(new Pause(ends + shift, next + tape.end() - from, false));
      } else if (!last && Passage.isPause(next - ends)) {
        pauses.add(new Pause(ends + shift, next + shift, false));
      }
      begins = next;
    }
  }

  /** The softest place about the end of a word, since where it ends is not known to the sample. */
  private static int quietest(short[] sound, Word word, Word next) {
    int from = (int) Math.max((word.from() + word.to()) / 2, word.to() - NEAR);
    int to = (int) Math.min((next.from() + next.to()) / 2, next.from() + NEAR);
    int best = (int) word.to();
    double softest = Double.POSITIVE_INFINITY;
    for (int at = from; at + STEP <= to; at += STEP / 2) {
      double level = VoicedStretches.level(sound, at, at + STEP);
      if (level < softest) {
        softest = level;
        best = at + STEP / 2;
      }
    }
    return best;
  }

  private Sound sound(RoomTone tone) {
    long end = words.get(words.size() - 1).to();
    pauses.add(new Pause(end, end, true));
    tape.silence(tone, TAIL);
    return new Sound(List.copyOf(words), List.copyOf(pauses), tape.mulaw());
  }
}
