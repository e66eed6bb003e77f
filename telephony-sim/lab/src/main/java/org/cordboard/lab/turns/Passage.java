package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.lab.turns.SpokenClip.After;
import org.cordboard.lab.turns.SpokenClip.Written;
import org.cordboard.lab.turns.SpokenTurn.Word;
import org.cordboard.lab.turns.VoicedStretches.Stretch;

/**
 * Words of a recording that can be one turn: a sentence, or several that follow each other. Pure.
 *
 * @param sound the recording, 16-bit samples of 8 kHz
 * @param tone what it sounds like in silence
 * @param words with their places in it; never empty
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Passage(short[] sound, RoomTone tone, List<Word> words) {
  /** Words from which a recording is taken for a sentence. */
  static final int SENTENCE = 4;

  private static final int PAUSE = 1_600; // samples: from 200 ms a silence is a pause
  private static final int USUAL = 12 * 8_000; // samples of a turn of several sentences, at most
  private static final int LONGEST = 20 * 8_000; // an endpointer ends what is much longer
  private static final double SLOWEST = 5; // letters a second; slower, and words are missing
  private static final double QUICKEST = 32; // quicker, and not all of them are said

  /**
   * The sentences of a recording, parted where a full stop and a pause are. None when its words do
   * not fit its length.
   */
  static List<Passage> of(SpokenClip clip) {
    boolean aligned = !clip.aligned().isEmpty();
    List<Stretch> voiced = aligned ? voiced(clip.aligned()) : VoicedStretches.of(clip.sound());
    List<Written> written = clip.words();
    List<Word> words = aligned ? clip.aligned() : WordPlaces.of(written, voiced);
    boolean sentence = words.size() >= SENTENCE;
    if (words.isEmpty() || (sentence && !plausible(written, voiced))) {
      return List.of();
    }
    RoomTone tone = RoomTone.of(clip.sound(), voiced);
    List<Passage> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || parts(written.get(i - 1), words.get(i - 1), words.get(i))) {
        Passage next = new Passage(clip.sound(), tone, words.subList(from, i));
        if (next.length() <= LONGEST) {
          sentences.add(next);
        }
        from = i;
      }
    }
    return sentences;
  }

  /** Of sentences of a recording, those joined that make one turn; single ones are left out. */
  static List<Passage> several(List<Passage> sentences) {
    List<Passage> joined = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sentences.size(); i++) {
      Passage first = sentences.get(from);
      if (i == sentences.size() || sentences.get(i).to() - first.from() > USUAL) {
        List<Word> words = new ArrayList<>();
        sentences.subList(from, i).forEach(each -> words.addAll(each.words()));
        if (i - from > 1) {
          joined.add(new Passage(first.sound(), first.tone(), words));
        }
        from = i;
      }
    }
    return joined;
  }

  private static boolean plausible(List<Written> written, List<Stretch> voiced) {
    double letters = written.stream().mapToInt(Written::letters).sum();
    double seconds = voiced.stream().mapToInt(Stretch::length).sum() / 8_000.0;
    return letters >= SLOWEST * seconds && letters <= QUICKEST * seconds;
  }

  private static List<Stretch> voiced(List<Word> words) {
    return words.stream().map(word -> new Stretch((int) word.from(), (int) word.to())).toList();
  }

  private static boolean parts(Written written, Word word, Word next) {
    return written.after() == After.STOP && isPause(next.from() - word.to());
  }

  /** True for a silence that the speaker made. */
  static boolean isPause(long samples) {
    return samples >= PAUSE;
  }

  /** Its first sample. */
  int from() {
    return (int) words.get(0).from();
  }

  /** After its last sample. */
  int to() {
    return (int) words.get(words.size() - 1).to();
  }

  private int length() {
    return to() - from();
  }

  /** What is said, with single spaces. */
  String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }
}
