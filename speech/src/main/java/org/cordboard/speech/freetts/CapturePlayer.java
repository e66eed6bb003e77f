package org.cordboard.speech.freetts;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;
import org.cordboard.speech.audio.Pcm;

/** Where FreeTTS would play to a sound card, its samples are kept instead. */
final class CapturePlayer implements AudioPlayer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);
  private float volume = 1;

  /** What has been played since the last call; FreeTTS has ended its writing by then. */
  synchronized short[] take() {
    byte[] raw = bytes.toByteArray();
    bytes.reset();
    if (format.isBigEndian()) {
      for (int i = 0; i + 1 < raw.length; i += 2) {
        byte high = raw[i];
        raw[i] = raw[i + 1];
        raw[i + 1] = high;
      }
    }
    return Pcm.fromBytes(raw);
  }

  synchronized int sampleRateHz() {
    return Math.round(format.getSampleRate());
  }

  @Override
  public synchronized void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public synchronized AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  @Override
  public synchronized boolean write(byte[] audio, int offset, int length) {
    bytes.write(audio, offset, length);
    return true;
  }

  @Override
  public void begin(int size) {}

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public float getVolume() {
    return volume;
  }

  @Override
  public void setVolume(float volume) {
    this.volume = volume;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
