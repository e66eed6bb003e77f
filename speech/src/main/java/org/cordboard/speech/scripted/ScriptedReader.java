package org.cordboard.speech.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/**
 * Reads scripted speech out of μ-law, at any alignment. A word counts as heard when every part of
 * it has come through unmixed, and is told when it is over: with its last frame, or when something
 * else follows. Instruments use it too, to know which words reached whom. One stream of one thread.
 */
public final class ScriptedReader {
  private static final long GAP_SAMPLES = 2 * SignCode.SAMPLES; // longer, and the word is over

  private short[] held = new short[2 * SignCode.SAMPLES];
  private int length; // of what is held
  private long heldStart;
  private int utterance = -1;
  private int index = -1;
  private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
  private int wanted; // parts of the latest word
  private boolean told;
  private long wordStart;
  private long lastEnd;

  /**
   * A word that was heard.
   *
   * @param utterance number of the utterance, by its speaker
   * @param index place of the word in it
   * @param text the word
   * @param startSample where its first frame that was heard begins
   * @param endSample where its last frame that was heard ends
   */
  public record HeardWord(
      int utterance, int index, String text, long startSample, long endSample) {}

  /** A reader of a stream whose first sample is at {@code startSample}. */
  public ScriptedReader(long startSample) {
    this.heldStart = startSample;
  }

  /** Takes the next stretch and answers the words that are over. */
  public List<HeardWord> accept(byte[] mulaw) {
    room(mulaw.length);
    for (byte code : mulaw) {
      held[length++] = MuLaw.decode(code);
    }
    List<HeardWord> words = new ArrayList<>(1);
    int at = 0;
    int signs = length >= 32 ? signs(held, 0) : 0;
    while (at + SignCode.SAMPLES <= length) {
      SignCode.@Nullable Part part = signs == SignCode.SYNC ? SignCode.decode(held, at) : null;
      if (part != null) {
        take(part, heldStart + at, words);
        at += SignCode.SAMPLES;
        signs = at + 32 <= length ? signs(held, at) : 0;
      } else {
        signs = signs << 1 | (held[at + 32] > 0 ? 1 : 0);
        at++;
      }
    }
    length -= at;
    heldStart += at;
    System.arraycopy(held, at, held, 0, length);
    if (heldStart - lastEnd > GAP_SAMPLES) {
      over(words);
    }
    return words;
  }

  /** The word that was being said when the stream ended, if it had been heard in full. */
  public List<HeardWord> rest() {
    List<HeardWord> words = new ArrayList<>(1);
    over(words);
    return words;
  }

  private void room(int more) {
    if (length + more > held.length) {
      held = Arrays.copyOf(held, length + more);
    }
  }

  private void take(SignCode.Part part, long start, List<HeardWord> words) {
    boolean same = part.utterance() == utterance && part.word() == index;
    if (!same || start - lastEnd > GAP_SAMPLES) {
      over(words);
      utterance = part.utterance();
      index = part.word();
      parts.clear();
      told = false;
      wordStart = start;
    }
    lastEnd = start + SignCode.SAMPLES;
    parts.put(part.part(), part.text());
    wanted = part.parts();
    if (part.last()) {
      over(words);
    }
  }

  /** Nothing more comes of the latest word: it has been heard in full, or not. */
  private void over(List<HeardWord> words) {
    if (told || index < 0 || parts.size() < wanted) {
      return;
    }
    told = true;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] spelled : parts.values()) {
      for (byte each : spelled) {
        if (each != 0) { // padding may stand between the bytes of one character
          bytes.write(each);
        }
      }
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    words.add(new HeardWord(utterance, index, text, wordStart, lastEnd));
  }

  private static int signs(short[] samples, int from) {
    int bits = 0;
    for (int i = from; i < from + 32; i++) {
      bits = bits << 1 | (samples[i] > 0 ? 1 : 0);
    }
    return bits;
  }
}
