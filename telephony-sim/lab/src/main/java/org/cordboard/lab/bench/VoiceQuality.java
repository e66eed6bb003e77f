package org.cordboard.lab.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.ActiveLevel;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/** How an engine's voices come out: as loud as one another, unclipped, and without clicks. */
final class VoiceQuality {
  private static final int RATE_HZ = 8_000;
  private static final int FULL = 32_124; // the largest value of μ-law
  private static final double LOUDER = 1.5;
  private static final List<String> TEXTS =
      List.of(
          "Thanks for calling. This is an assistant. How can I help you today?",
          "Your order is on its way. It should reach you on Monday, and nothing else is needed.",
          "Five, nine, three. Shall I go ahead? Of course, if you would like a person, say so.");

  private final SpeechSynthesizer engine;
  private final List<String> rows = new ArrayList<>();
  private double quietest = Double.MAX_VALUE;
  private double loudest = -Double.MAX_VALUE;
  private double rise = Double.MAX_VALUE;
  private double click;
  private long clipped;

  VoiceQuality(SpeechSynthesizer engine) {
    this.engine = engine;
  }

  /** Speaks with every voice. */
  List<AudioMeasure> measure() throws IOException {
    for (String voice : engine.voices()) {
      Take normal = take(voice, 1);
      Take louder = take(voice, LOUDER);
      quietest = Math.min(quietest, normal.level);
      loudest = Math.max(loudest, normal.level);
      rise = Math.min(rise, louder.level - normal.level);
      clipped += normal.clipped + louder.clipped;
      click = Math.max(click, Math.max(normal.click, louder.click));
      rows.add(
          String.format(
              java.util.Locale.ROOT,
              "  %-24s active level %6.1f dBov, peak %5.1f dBFS%n",
              voice,
              normal.level,
              normal.peak));
    }
    return List.of(
        AudioMeasure.atMost(2, "loudest less quietest voice (P.56)", loudest - quietest, "dB"),
        AudioMeasure.atLeast(2.5, "\"louder\" (gain 1.5, 3.5 dB) makes louder by", rise, "dB"),
        AudioMeasure.atMost(0, "clipped samples, at normal loudness and louder", clipped, ""),
        AudioMeasure.atMost(1, "largest step where pieces join", click, "%"));
  }

  /** A row for every voice, after {@link #measure}. */
  String voices() {
    return String.join("", rows);
  }

  /** Some speech of the first voice, at 8 kHz. */
  float[] sample() throws IOException {
    List<byte[]> chunks = speak(TEXTS.get(1), engine.voices().get(0), 1);
    return Pcm.toFloats(MuLaw.decode(joined(chunks)));
  }

  private Take take(String voice, double gain) throws IOException {
    Take take = new Take();
    ActiveLevel level = new ActiveLevel(RATE_HZ);
    for (String text : TEXTS) {
      List<byte[]> chunks = speak(text, voice, gain);
      short[] samples = MuLaw.decode(joined(chunks));
      level.accept(Pcm.toFloats(samples));
      int join = 0;
      for (byte[] chunk : chunks) {
        take.click = Math.max(take.click, 100 * step(samples, join) / 32_768.0);
        join += chunk.length;
      }
      take.click = Math.max(take.click, 100 * step(samples, join) / 32_768.0);
      for (short sample : samples) {
        take.clipped += Math.abs(sample) >= FULL ? 1 : 0;
        take.peak = Math.max(take.peak, 20 * Math.log10(Math.abs((double) sample) / 32_768 + 1e-9));
      }
    }
    take.level = level.dbov();
    return take;
  }

  /** How far the sample at a join lies from where the one before was going; silence outside. */
  private static double step(short[] samples, int join) {
    int before = at(samples, join - 1);
    int expected = before + (before - at(samples, join - 2));
    return Math.min(Math.abs(at(samples, join) - before), Math.abs(at(samples, join) - expected));
  }

  private static int at(short[] samples, int place) {
    return place < 0 || place >= samples.length ? 0 : samples[place];
  }

  private List<byte[]> speak(String text, String voice, double gain) throws IOException {
    CompletableFuture<List<byte[]>> spoken = new CompletableFuture<>();
    try (SystemClock loop = new SystemClock("bench")) {
      SpeechRequest request = new SpeechRequest(text, voice, 1, gain);
      loop.run(() -> engine.speak(request, loop, new Chunks(spoken)));
      return spoken.get();
    } catch (ExecutionException failed) {
      throw new IOException("the voice " + voice + " failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static byte[] joined(List<byte[]> chunks) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    chunks.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static final class Take {
    private double level;
    private double peak = -100;
    private double click;
    private long clipped;
  }

  private static final class Chunks implements SynthesisListener {
    private final List<byte[]> chunks = new ArrayList<>();
    private final CompletableFuture<List<byte[]>> whole;

    Chunks(CompletableFuture<List<byte[]>> whole) {
      this.whole = whole;
    }

    @Override
    public void onAudio(byte[] mulaw) {
      chunks.add(mulaw);
    }

    @Override
    public void onEnd() {
      whole.complete(chunks);
    }

    @Override
    public void onFailure(Throwable failure) {
      whole.completeExceptionally(failure);
    }
  }
}
