package org.cordboard.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.speech.audio.Limiter;
import org.cordboard.speech.audio.Loudness;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;

/** FreeTTS's speakers, for one worker at a time: they are not made for many threads. */
final class FreeTtsEngine {
  private static final int RATE_HZ = 8_000;
  private static final int EDGE_MS = 40; // silence left before and after the words
  private static final double LEVEL = 0.11; // active level, about −19 dBFS
  private static final double MOST_GAIN = 30;
  private static final double CEILING = 0.9;
  private static final int FADE_MS = 5; // of the silence at either end

  /**
   * FreeTTS keeps lexicon, letter-to-sound rules and trees in static fields that are filled while
   * the first sentences are spoken: two engines at once then read half-filled tables.
   */
  private static final Object STATICS = new Object();

  private final Map<String, Speaker> speakers = new HashMap<>();

  /** A stretch of speech in μ-law, and where in it the words of the piece begin. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  record Spoken(byte[] mulaw, List<Word> words) {}

  /** Characters {@code [from, to)} of the piece begin at {@code sample}. */
  record Word(int from, int to, int sample) {}

  /** Speaks one piece of plain text. */
  Spoken speak(String text, FreeTtsVoice bent, double rate, double gain) {
    synchronized (STATICS) {
      return speakAlone(text, bent, rate, gain);
    }
  }

  private Spoken speakAlone(String text, FreeTtsVoice bent, double rate, double gain) {
    Speaker speaker = speakers.computeIfAbsent(bent.speaker(), FreeTtsEngine::allocate);
    Voice voice = speaker.voice;
    voice.setPitch(bent.pitchHz());
    voice.setPitchRange(bent.pitchRangeHz());
    // the shift speeds speech up too, so it is spoken slower by as much
    voice.setRate((float) (bent.wordsPerMinute() * rate / bent.shift()));
    speaker.times.take();
    speaker.player.take();
    if (!voice.speak(text)) {
      throw new IllegalStateException("FreeTTS refused a text of " + text.length() + " letters");
    }
    int sourceHz = (int) Math.round(speaker.player.sampleRateHz() * bent.shift() / 100) * 100;
    float[] raw = Pcm.toFloats(speaker.player.take());
    float[] narrow = Resampler.convert(raw, sourceHz, RATE_HZ);
    int[] edges = Loudness.edges(narrow, RATE_HZ, EDGE_MS);
    float[] cut = java.util.Arrays.copyOfRange(narrow, edges[0], edges[1]);
    double wanted = Math.min(MOST_GAIN, LEVEL / Math.max(1e-9, Loudness.active(cut, RATE_HZ)));
    float[] level = Limiter.raised(cut, RATE_HZ, wanted * gain, CEILING);
    Limiter.fade(level, RATE_HZ, FADE_MS);
    double perSecond = (double) RATE_HZ * speaker.player.sampleRateHz() / sourceHz;
    List<Word> words = words(text, speaker.times.take(), perSecond, edges);
    return new Spoken(MuLaw.encode(Pcm.toShorts(level)), words);
  }

  private static List<Word> words(
      String text, List<WordTimes.Start> starts, double perSecond, int[] edges) {
    List<Word> words = new ArrayList<>();
    int searched = 0;
    for (WordTimes.Start start : starts) {
      int from = text.indexOf(start.token(), searched);
      if (from < 0) {
        continue; // FreeTTS split a token: the first part stands for all
      }
      searched = from + start.token().length();
      int sample = (int) Math.round(start.second() * perSecond) - edges[0];
      words.add(new Word(from, searched, Math.max(0, Math.min(sample, edges[1] - edges[0]))));
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
