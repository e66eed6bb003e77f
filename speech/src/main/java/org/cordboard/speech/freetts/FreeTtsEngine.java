package org.cordboard.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.ProportionalWords;
import org.cordboard.speech.audio.TelephoneSpeech;
import org.cordboard.speech.sentence.PiecewiseSynthesis;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.Spoken;
import org.cordboard.speech.text.TextReader;

/** FreeTTS's speakers, for one worker at a time: they are not made for many threads. */
final class FreeTtsEngine {
  private static final int RATE_HZ = 8_000;

  /** Before other words FreeTTS takes the letter A for the article, which sounds like "uh". */
  private static final Lexicon LETTER_A =
      new Lexicon(
          Map.ofEntries(
              Map.entry("A as in", "ay as in"),
              Map.entry("A eye", "ay eye"),
              Map.entry("A zero", "ay zero"),
              Map.entry("A one", "ay one"),
              Map.entry("A two", "ay two"),
              Map.entry("A three", "ay three"),
              Map.entry("A four", "ay four"),
              Map.entry("A five", "ay five"),
              Map.entry("A six", "ay six"),
              Map.entry("A seven", "ay seven"),
              Map.entry("A eight", "ay eight"),
              Map.entry("A nine", "ay nine"),
              Map.entry("A M", "ay em")));

  private static final TextReader LETTERS = TextReader.plain(Locale.US);

  /** Spoken after a clause and cut off again: the voice falls only where a sentence ends. */
  private static final String NEXT = " and";

  /**
   * FreeTTS keeps lexicon, letter-to-sound rules and trees in static fields that are filled while
   * sentences are spoken, without locks: two engines at once read half-filled tables.
   */
  private static final Object STATICS = new Object();

  private final Map<String, Speaker> speakers = new HashMap<>();

  /** What FreeTTS made of a text. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  private record Raw(float[] samples, double rateHz, List<WordTimes.Start> starts) {}

  /** Speaks one piece of plain text; only FreeTTS's own part of it waits for other engines. */
  PiecewiseSynthesis.Made speak(String text, FreeTtsVoice bent, double rate, double gain) {
    Spoken plain = LETTERS.read(text, LETTER_A);
    Raw raw;
    synchronized (STATICS) {
      raw = speakAlone(plain.text(), bent, rate);
    }
    int sourceHz = (int) Math.round(raw.rateHz() * bent.shift() / 100) * 100;
    TelephoneSpeech speech = TelephoneSpeech.of(raw.samples(), sourceHz, gain);
    double perSecond = RATE_HZ * raw.rateHz() / sourceHz;
    return new PiecewiseSynthesis.Made(
        speech.mulaw(), words(plain, raw.starts(), perSecond, speech));
  }

  private Raw speakAlone(String plain, FreeTtsVoice bent, double rate) {
    Speaker speaker = speakers.computeIfAbsent(bent.speaker(), FreeTtsEngine::allocate);
    Voice voice = speaker.voice;
    voice.setPitch(bent.pitchHz());
    voice.setPitchRange(bent.pitchRangeHz());
    // the shift speeds speech up too, so it is spoken slower by as much
    voice.setRate((float) (bent.wordsPerMinute() * rate / bent.shift()));
    speaker.times.take();
    speaker.player.take();
    boolean runsOn = plain.strip().endsWith(",");
    if (!voice.speak(runsOn ? plain + NEXT : plain)) {
      throw new IllegalStateException("FreeTTS refused a text of " + plain.length() + " letters");
    }
    List<WordTimes.Start> starts = new ArrayList<>(speaker.times.take());
    double rateHz = speaker.player.sampleRateHz();
    float[] samples = Pcm.toFloats(speaker.player.take());
    if (runsOn && starts.size() > 1) {
      double end = starts.remove(starts.size() - 1).second();
      samples = Arrays.copyOf(samples, (int) Math.min(samples.length, end * rateHz));
    }
    return new Raw(samples, rateHz, starts);
  }

  private static List<ProportionalWords.Place> words(
      Spoken plain, List<WordTimes.Start> starts, double perSecond, TelephoneSpeech speech) {
    List<ProportionalWords.Place> words = new ArrayList<>();
    int searched = 0;
    for (WordTimes.Start start : starts) {
      int from = plain.text().indexOf(start.token(), searched);
      if (from < 0) {
        continue; // FreeTTS split a token: the first part stands for all
      }
      searched = from + start.token().length();
      int written = plain.written(from);
      if (written == plain.written(searched)) {
        continue; // the first of several words that stand for one that is written
      }
      int sample = (int) Math.round(start.second() * perSecond) - speech.from();
      words.add(
          new ProportionalWords.Place(
              written,
              plain.written(searched),
              Math.max(0, Math.min(sample, speech.mulaw().length))));
    }
    return words;
  }

  private static Speaker allocate(String name) {
    for (Voice voice : new KevinVoiceDirectory().getVoices()) {
      if (voice.getName().equals(name)) {
        CapturePlayer player = new CapturePlayer();
        WordTimes times = new WordTimes();
        voice.setAudioPlayer(player);
        voice.allocate();
        @SuppressWarnings("unchecked") // FreeTTS predates generics
        List<Object> processors = voice.getUtteranceProcessors();
        processors.add(times);
        return new Speaker(voice, player, times);
      }
    }
    throw new IllegalStateException("FreeTTS has no speaker '" + name + "' on the class path");
  }

  /** Lets the speakers go. */
  void close() {
    speakers.values().forEach(speaker -> speaker.voice.deallocate());
    speakers.clear();
  }

  private record Speaker(Voice voice, CapturePlayer player, WordTimes times) {}
}
