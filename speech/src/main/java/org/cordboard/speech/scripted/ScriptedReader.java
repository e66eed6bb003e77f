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
 * it has come through unmixed. Instruments use it too, to know which words reached whom. One stream
 * of one thread.
 */
public final class ScriptedReader {
  private static final long GAP_SAMPLES = 2 * SignCode.SAMPLES; // longer, and a word is said anew

  private short[] held = new short[2 * SignCode.SAMPLES];
  private int length; // of what is held
  private long heldStart;
  private int utterance = -1;
  private int index = -1;
  private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
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
   * @param endSample where it had been heard in full
   */
  public record HeardWord(
      int utterance, int index, String text, long startSample, long endSample) {}

  /** A reader of a stream whose first sample is at {@code startSample}. */
  public ScriptedReader(long startSample) {
    this.heldStart = startSample;
  }

  /** Takes the next stretch and answers the words that it completes. */
  public List<HeardWord> accept(byte[] mulaw) {
    room(mulaw.length);
    for (byte code : mulaw) {
      held[length++] = MuLaw.decode(code);
    }
    List<HeardWord> words = List.of();
    int at = 0;
    int signs = length >= 32 ? signs(held, 0) : 0;
    while (at + SignCode.SAMPLES <= length) {
      SignCode.@Nullable Part part = signs == SignCode.SYNC ? SignCode.decode(held, at) : null;
      if (part != null) {
        HeardWord word = take(part, heldStart + at);
        if (word != null) {
          words = words.isEmpty() ? new ArrayList<>() : words;
          words.add(word);
        }
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
    return words;
  }

  private void room(int more) {
    if (length + more > held.length) {
      held = Arrays.copyOf(held, length + more);
    }
  }

  private @Nullable HeardWord take(SignCode.Part part, long start) {
    long end = start + SignCode.SAMPLES;
    boolean same = part.utterance() == utterance && part.word() == index;
    if (!same || start - lastEnd > GAP_SAMPLES) {
      utterance = part.utterance();
      index = part.word();
      parts.clear();
      told = false;
      wordStart = start;
    }
    lastEnd = end;
    parts.put(part.part(), part.text());
    if (told || parts.size() < part.parts()) {
      return null;
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
    return new HeardWord(utterance, index, bytes.toString(StandardCharsets.UTF_8), wordStart, end);
  }

  private static int signs(short[] samples, int from) {
    int bits = 0;
    for (int i = from; i < from + 32; i++) {
      bits = bits << 1 | (samples[i] > 0 ? 1 : 0);
    }
    return bits;
  }
}
