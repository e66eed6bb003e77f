package org.cordboard.speech.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/** Turns text into scripted frames. Pure. */
final class ScriptedSpeech {
  private static final int MAGNITUDE = 4_000; // about −18 dBFS
  private static final double MS_PER_LETTER = 60;
  private static final int LEAST_FRAMES = 8; // 160 ms: the shortest word is still heard as voice
  private static final int LEAST_PARTS = 3; // so that two thirds of any word must be heard
  private static final int MOST_WORDS = 256;

  private ScriptedSpeech() {}

  /** One word: its place in the text, and its μ-law. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  record Word(int from, int to, byte[] mulaw) {}

  /** The words of {@code text} as audio; {@code rate} above 1 speaks faster. */
  static List<Word> words(String text, int utterance, double rate, double gain) {
    int magnitude = Math.max(64, Pcm.clip(MAGNITUDE * gain));
    List<Word> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      if (Character.isWhitespace(text.charAt(from))) {
        from++;
        continue;
      }
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      int index = words.size() % MOST_WORDS;
      words.add(
          new Word(from, to, audio(text.substring(from, to), utterance, index, rate, magnitude)));
      from = to;
    }
    return words;
  }

  private static byte[] audio(String word, int utterance, int index, double rate, int magnitude) {
    byte[] text = word.getBytes(StandardCharsets.UTF_8);
    int parts = (text.length + SignCode.PART_BYTES - 1) / SignCode.PART_BYTES;
    parts = Math.max(LEAST_PARTS, Math.min(parts, SignCode.MOST_PARTS));
    int size = Math.min(SignCode.PART_BYTES, (text.length + parts - 1) / parts);
    int frames = (int) Math.round(word.length() * MS_PER_LETTER / rate / 20);
    frames = Math.max(Math.max(frames, parts), LEAST_FRAMES);
    ByteArrayOutputStream audio = new ByteArrayOutputStream(frames * SignCode.SAMPLES);
    for (int frame = 0; frame < frames; frame++) {
      int part = frame * parts / frames; // one after the other: a word cut off is not heard
      int from = Math.min(text.length, part * size);
      byte[] bytes = Arrays.copyOfRange(text, from, Math.min(text.length, from + size));
      bytes = Arrays.copyOf(bytes, SignCode.PART_BYTES);
      int number = utterance % SignCode.MOST_UTTERANCES;
      boolean last = frame == frames - 1;
      SignCode.Part spelled = new SignCode.Part(last, number, index, part, parts, bytes);
      audio.writeBytes(SignCode.encode(spelled, magnitude));
    }
    return audio.toByteArray();
  }

  /** {@code samples} of silence. */
  static byte[] silence(int samples) {
    byte[] silence = new byte[samples];
    Arrays.fill(silence, MuLaw.SILENCE);
    return silence;
  }
}
