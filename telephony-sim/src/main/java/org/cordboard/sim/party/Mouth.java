package org.cordboard.sim.party;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.cordboard.config.Loop;
import org.cordboard.sim.analyse.Loudness;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;
import org.jspecify.annotations.Nullable;

/**
 * A person's mouth: words become 20 ms frames of μ-law, given out one per tick once it may begin.
 * On one loop.
 */
final class Mouth {
  private static final int FRAME_BYTES = AudioFormat.MULAW_8K.frameBytes();
  private static final double PAUSE_DBFS = -45;
  private static final double AWAY = 0.25; // 12 dB softer

  private final SpeechSynthesizer synthesizer;
  private final String voice;
  private final Loop loop;
  private final Listener listener;
  private final long seed;
  private double speechDbfs = Double.NaN;
  private int coughs;
  private @Nullable Synthesis making;
  private byte @Nullable [] audio;
  private int next;
  private boolean begun;

  /**
   * @param seed of the sounds that no voice makes
   */
  Mouth(SpeechSynthesizer synthesizer, String voice, Loop loop, long seed, Listener listener) {
    this.synthesizer = synthesizer;
    this.voice = voice;
    this.loop = loop;
    this.seed = seed;
    this.listener = listener;
  }

  /** What the mouth tells its owner. */
  interface Listener {
    /** The last frame of an utterance has been given out. */
    void spoken();

    /** The utterance cannot be spoken. */
    void mute(String problem);
  }

  /** Makes the audio of an utterance; it waits for {@link #begin}. */
  void prepare(Utterance utterance) {
    stop();
    if (utterance.wav() != null) {
      try {
        ready(samples(Wav.read(utterance.wav()), utterance));
      } catch (IOException unreadable) {
        listener.mute(String.valueOf(unreadable.getMessage()));
      }
      return;
    }
    if (utterance.kind() == Utterance.Kind.COUGH) {
      coughs++;
      sound(MuLaw.encode(Noises.cough(seed + coughs)));
      return;
    }
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    making =
        synthesizer.speak(
            new SpeechRequest(
                utterance.text(),
                utterance.voice().isEmpty() ? voice : utterance.voice(),
                utterance.rate(),
                utterance.kind() == Utterance.Kind.ASIDE ? AWAY : 1),
            loop,
            new SynthesisListener() {
              @Override
              public void onAudio(byte[] mulaw) {
                made.writeBytes(mulaw);
              }

              @Override
              public void onEnd() {
                ready(made.toByteArray());
              }

              @Override
              public void onFailure(Throwable failure) {
                listener.mute("the voice failed: " + failure.getMessage());
              }
            });
  }

  private static byte[] samples(WavAudio wav, Utterance utterance) throws IOException {
    if (wav.sampleRateHz() != AudioFormat.MULAW_8K.sampleRateHz()) {
      throw new IOException(
          utterance.wav() + ": is of " + wav.sampleRateHz() + " Hz; give a file of 8000 Hz");
    }
    return MuLaw.encode(wav.mono());
  }

  private void ready(byte[] mulaw) {
    if (Double.isNaN(speechDbfs) && mulaw.length > 0) {
      speechDbfs = Loudness.dbfs(spoken(mulaw));
    }
    sound(mulaw);
  }

  /** How loud the person speaks, pauses left out; NaN before the first words. */
  double speechDbfs() {
    return speechDbfs;
  }

  /** The frames with speech in them, together. */
  private static byte[] spoken(byte[] mulaw) {
    ByteArrayOutputStream loud = new ByteArrayOutputStream();
    for (int at = 0; at + FRAME_BYTES <= mulaw.length; at += FRAME_BYTES) {
      byte[] frame = Arrays.copyOfRange(mulaw, at, at + FRAME_BYTES);
      if (Loudness.dbfs(frame) > PAUSE_DBFS) {
        loud.writeBytes(frame);
      }
    }
    return loud.size() == 0 ? mulaw : loud.toByteArray();
  }

  private void sound(byte[] mulaw) {
    int frames = (mulaw.length + FRAME_BYTES - 1) / FRAME_BYTES;
    byte[] whole = Arrays.copyOf(mulaw, frames * FRAME_BYTES);
    Arrays.fill(whole, mulaw.length, whole.length, MuLaw.SILENCE);
    making = null;
    audio = whole;
    next = 0;
  }

  /** True when an utterance is ready and has not begun. */
  boolean waiting() {
    return audio != null && !begun;
  }

  /** Lets the utterance that is ready begin. */
  void begin() {
    begun = audio != null;
  }

  /** The next frame, or null when there is nothing to say. */
  byte @Nullable [] frame() {
    byte[] speech = audio;
    if (speech == null || !begun) {
      return null;
    }
    if (speech.length == 0) {
      stop();
      listener.spoken();
      return null;
    }
    byte[] frame = Arrays.copyOfRange(speech, next, next + FRAME_BYTES);
    next += FRAME_BYTES;
    if (next >= speech.length) {
      stop();
      listener.spoken();
    }
    return frame;
  }

  /** Drops what is being made or said. */
  void stop() {
    if (making != null) {
      making.cancel();
      making = null;
    }
    audio = null;
    begun = false;
  }
}
