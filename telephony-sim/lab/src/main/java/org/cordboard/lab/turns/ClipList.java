package org.cordboard.lab.turns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.audio.Resampler;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;

/**
 * A list of recordings with their words. A line is one of
 *
 * <pre>{@code
 * greeting.wav<TAB>how can i help you
 * greeting.wav<TAB>anna<TAB>how can i help you
 * vm-goodbye: Goodbye, and thank you for calling.
 * }</pre>
 *
 * the second with the speaker, the third as the lists of Asterisk's sounds are written. Files are
 * WAV of 8 or 16 kHz; {@code .wav} may be left out. {@code ;} and {@code #} begin a remark. Words
 * in brackets are notes: a line of nothing else holds no speech.
 *
 * @param clips those that are there
 * @param absent how many the list has beside them
 */
record ClipList(List<SpokenClip> clips, int absent) {
  private static final int RATE_HZ = 8_000;
  private static final String NOBODY = "speaker";

  /**
   * Reads the recordings in {@code folder} that {@code list} names, with the places of their words
   * where they are {@code aligned}.
   *
   * @throws IOException when the list cannot be read, a line has none of the forms, a recording is
   *     no WAV file or aligned to other words, or none is there; the message names the place
   */
  static ClipList read(Path folder, Path list, AlignedWords aligned) throws IOException {
    List<SpokenClip> clips = new ArrayList<>();
    int absent = 0;
    int number = 0;
    for (String line : Files.readAllLines(list)) {
      number++;
      if (line.isBlank() || line.startsWith(";") || line.startsWith("#")) {
        continue;
      }
      String[] fields = fields(line, list + ":" + number);
      Path file = folder.resolve(fields[0] + (fields[0].endsWith(".wav") ? "" : ".wav"));
      if (SpokenClip.words(fields[2]).isEmpty()) {
        continue;
      } else if (!Files.exists(file)) {
        absent++;
        continue;
      }
      List<SpokenTurn.Word> places = aligned.of(fields[0]);
      int words = SpokenClip.words(fields[2]).size();
      if (!places.isEmpty() && places.size() != words) {
        throw new IOException(
            list + ":" + number + ": has " + words + " words, but " + places.size() + " aligned");
      }
      clips.add(new SpokenClip(fields[0], fields[1], fields[2], places, sound(file)));
    }
    if (clips.isEmpty()) {
      throw new IOException(
          list + ": names no recording with words that is in " + folder + "; give their folder");
    }
    return new ClipList(List.copyOf(clips), absent);
  }

  private static String[] fields(String line, String place) throws IOException {
    String[] tabbed = line.split("\t", -1);
    int colon = line.indexOf(": ");
    if (tabbed.length == 3) {
      return new String[] {tabbed[0].strip(), tabbed[1].strip(), tabbed[2]};
    } else if (tabbed.length == 2) {
      return new String[] {tabbed[0].strip(), NOBODY, tabbed[1]};
    } else if (tabbed.length == 1 && colon > 0) {
      return new String[] {line.substring(0, colon).strip(), NOBODY, line.substring(colon + 2)};
    }
    throw new IOException(
        place + ": needs file, perhaps speaker, and words, by tabs, or 'name: words'");
  }

  private static short[] sound(Path file) throws IOException {
    WavAudio wav = Wav.read(file);
    return wav.sampleRateHz() == RATE_HZ
        ? wav.mono()
        : Resampler.convert(wav.mono(), wav.sampleRateHz(), RATE_HZ);
  }
}
