package org.cordboard.speech.google;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;

/** Speaks words that {@link FakeSpeech} understands into a stream, and hears what comes of them. */
final class Speaker implements RecognitionListener {
  static final int WORD_FRAMES = 10;
  static final int FINAL_SILENCE = 25;
  private static final int FRAME = 160;

  final List<String> partials = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  final List<Transcript> finals = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  private final ByteArrayOutputStream spoken = new ByteArrayOutputStream();
  private final TestLoop loop;
  private RecognitionStream stream;

  Speaker(TestLoop loop) {
    this.loop = loop;
  }

  Speaker into(RecognitionStream stream) {
    this.stream = stream;
    return this;
  }

  /** Words of 200 ms with 20 ms between them, each fed as it is spoken. */
  Speaker says(int... words) {
    for (int word : words) {
      frames((byte) word, WORD_FRAMES);
      silence(1);
    }
    return this;
  }

  Speaker silence(int frames) {
    frames((byte) 0xFF, frames);
    return this;
  }

  /** Half a word, or more. */
  Speaker frames(byte value, int count) {
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[FRAME];
      Arrays.fill(bytes, value);
      AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, bytes, position());
      spoken.writeBytes(bytes);
      stream.accept(frame);
      loop.drain();
      loop.advance(java.time.Duration.ofMillis(20));
    }
    return this;
  }

  long position() {
    return spoken.size();
  }

  byte[] spoken(long from, long to) {
    return Arrays.copyOfRange(spoken.toByteArray(), (int) from, (int) to);
  }

  boolean answered() {
    return finals.size() + failures.size() > 0;
  }

  @Override
  public void onPartial(long utterance, Transcript transcript) {
    loop.assertOn();
    partials.add(transcript.text());
  }

  @Override
  public void onFinal(long utterance, Transcript transcript) {
    loop.assertOn();
    events.add("final " + utterance);
    finals.add(transcript);
  }

  @Override
  public void onFailure(long utterance, Throwable failure) {
    loop.assertOn();
    events.add("failure " + utterance);
    failures.add(failure);
  }
}
