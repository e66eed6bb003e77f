package org.cordboard.lab.turns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/**
 * Speaks planned turns: each stretch by itself, cut where its sound begins and ends. Blocks. A
 * voice of another language reads the words by letters that it knows; what is heard are still the
 * words.
 */
final class TurnVoice implements AutoCloseable {
  private static final int STEP = 40; // 5 ms
  private static final double AUDIBLE = 150; // rms, 16-bit: −47 dBFS
  private static final long SAMPLES_PER_MS = 8;

  private final SpeechSynthesizer synthesizer;
  private final boolean respelt;
  private final SystemClock loop = new SystemClock("turns");

  TurnVoice(SpeechSynthesizer synthesizer, Locale language) {
    this.synthesizer = synthesizer;
    this.respelt = !synthesizer.speaks(language);
  }

  /** The turns of a caller; {@code first} numbers them on. */
  List<SpokenTurn> speak(TurnPlan.Caller caller, int number, int first) throws IOException {
    List<SpokenTurn> turns = new ArrayList<>();
    for (TurnPlan plan : caller.turns()) {
      String id = String.format("turn-%04d", first + turns.size());
      turns.add(speak(plan, caller, id, number));
    }
    return turns;
  }

  private SpokenTurn speak(TurnPlan plan, TurnPlan.Caller caller, String id, int number)
      throws IOException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    List<SpokenTurn.Word> words = new ArrayList<>();
    List<SpokenTurn.Pause> pauses = new ArrayList<>();
    for (Hesitation.Stretch stretch : plan.stretches()) {
      Said said = say(stretch.text(), caller);
      long from = sound.size();
      for (SpokenTurn.Word word : said.words()) {
        words.add(new SpokenTurn.Word(word.text(), from + word.from(), from + word.to()));
      }
      sound.writeBytes(said.mulaw());
      long end = sound.size();
      boolean last = stretch.silence().isZero();
      byte[] silence = new byte[(int) (stretch.silence().toMillis() * SAMPLES_PER_MS)];
      Arrays.fill(silence, MuLaw.SILENCE);
      sound.writeBytes(silence);
      pauses.add(new SpokenTurn.Pause(end, last ? end : sound.size(), last));
    }
    return new SpokenTurn(
        id, number, caller.voice(), "", plan.expected(), words, pauses, sound.toByteArray());
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Said(byte[] mulaw, List<SpokenTurn.Word> words) {}

  private Said say(String text, TurnPlan.Caller caller) throws IOException {
    Gathering gathering = new Gathering();
    SpeechRequest request = new SpeechRequest(readable(text), voice(caller), caller.rate(), 1);
    loop.run(() -> synthesizer.speak(request, loop, gathering));
    byte[] all;
    try {
      all = gathering.done.get();
    } catch (ExecutionException failed) {
      throw new IOException("cannot say \"" + text + "\"", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    int from = audible(all, true);
    int to = audible(all, false);
    return new Said(
        Arrays.copyOfRange(all, from, to), words(text, readable(text), gathering.starts, from, to));
  }

  /**
   * The voice that was drawn, or another one for each of those where this engine has other ones.
   */
  private String voice(TurnPlan.Caller caller) {
    List<String> voices = synthesizer.voices();
    return voices.contains(caller.voice())
        ? caller.voice()
        : voices.get(Math.max(0, TurnPlans.VOICES.indexOf(caller.voice())) % voices.size());
  }

  /** The same words, one for one, as an English voice can read them. */
  private String readable(String text) {
    if (!respelt) {
      return text;
    }
    return text.replace("ä", "e")
        .replace("ö", "u")
        .replace("ü", "u")
        .replace("ß", "ss")
        .replaceAll("([aeiou])h", "$1");
  }

  private static int audible(byte[] mulaw, boolean first) {
    int steps = mulaw.length / STEP;
    for (int i = 0; i < steps; i++) {
      int at = (first ? i : steps - 1 - i) * STEP;
      if (Pcm.rms(MuLaw.decode(Arrays.copyOfRange(mulaw, at, at + STEP))) >= AUDIBLE) {
        return first ? at : at + STEP;
      }
    }
    return first ? 0 : mulaw.length;
  }

  /** Each word ends where the next begins. */
  private static List<SpokenTurn.Word> words(
      String text, String read, List<Start> starts, int from, int to) {
    List<String> written = List.of(text.split(" "));
    List<SpokenTurn.Word> words = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Start start = starts.get(i);
      long end = i + 1 < starts.size() ? starts.get(i + 1).sample() - from : to - from;
      int place = (int) read.substring(0, start.from()).chars().filter(c -> c == ' ').count();
      String word = written.get(place);
      long begin = Math.max(0, start.sample() - from);
      words.add(new SpokenTurn.Word(word, begin, Math.max(begin, Math.min(end, to - from))));
    }
    return words;
  }

  private record Start(int from, int to, long sample) {}

  private static final class Gathering implements SynthesisListener {
    private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private final List<Start> starts = new ArrayList<>();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();

    @Override
    public void onAudio(byte[] mulaw) {
      audio.writeBytes(mulaw);
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      starts.add(new Start(from, to, startSample));
    }

    @Override
    public void onEnd() {
      done.complete(audio.toByteArray());
    }

    @Override
    public void onFailure(Throwable failure) {
      done.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
