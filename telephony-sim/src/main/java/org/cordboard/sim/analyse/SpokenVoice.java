package org.cordboard.sim.analyse;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.SynthesisListener;

/** What an engine says for a page of a company's usual answers, as 16-bit samples of 8 kHz. */
final class SpokenVoice {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
  private static final String TEXT =
      "Hello, you are through to the outdoor shop. I am the automated assistant. Your order four"
          + " eight one, nine two seven, the camping stove, was delivered on Monday the sixteenth of"
          + " November. Delivery takes three to five working days, and you get a message when the"
          + " parcel leaves our warehouse. You can pay by card, by invoice, or with a gift voucher."
          + " I have refunded twenty-four dollars and ninety cents to your card. It should be there"
          + " within five days. Is there anything else that I can help you with today?";

  private SpokenVoice() {}

  static double[] of(SpeechSynthesizer engine, String voice) {
    ManualClock clock = new ManualClock();
    ByteArrayOutputStream mulaw = new ByteArrayOutputStream();
    engine.speak(
        SpeechRequest.of(TEXT, voice),
        clock,
        new SynthesisListener() {
          @Override
          public void onAudio(byte[] audio) {
            mulaw.writeBytes(audio);
          }

          @Override
          public void onEnd() {
            // what was said is taken below
          }

          @Override
          public void onFailure(Throwable failure) {
            throw new IllegalStateException("the voice " + voice + " failed", failure);
          }
        });
    clock.advance(LONG_ENOUGH);
    byte[] codes = mulaw.toByteArray();
    double[] samples = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      samples[i] = Loudness.linear(codes[i]);
    }
    return samples;
  }
}
