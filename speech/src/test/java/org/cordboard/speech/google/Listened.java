package org.cordboard.speech.google;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.SynthesisListener;

/** What a synthesis told. */
final class Listened implements SynthesisListener {
  final List<String> events = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  Throwable failure;
  private final TestLoop loop;
  private final String text;

  Listened(TestLoop loop, String text) {
    this.loop = loop;
    this.text = text;
  }

  boolean over() {
    return !events.isEmpty();
  }

  @Override
  public void onAudio(byte[] mulaw) {
    loop.assertOn();
    audio.writeBytes(mulaw);
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    words.add(text.substring(from, to) + "@" + startSample);
  }

  @Override
  public void onEnd() {
    loop.assertOn();
    events.add("end");
  }

  @Override
  public void onFailure(Throwable cause) {
    loop.assertOn();
    events.add("failure");
    failure = cause;
  }
}
