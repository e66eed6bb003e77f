package org.cordboard.gateway.call;

import java.util.Optional;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.Spoken;
import org.cordboard.speech.text.Ssml;
import org.cordboard.speech.text.TextReader;

/**
 * How the AI speaks on a call; the caller may ask for slower or louder.
 *
 * @param voice the synthesiser's name of the voice; empty for its default
 * @param rate 1 is the voice's own pace
 * @param gain 1 is normal loudness
 * @param reader says numbers, dates and the like as people do
 * @param lexicon words that are spoken otherwise than written
 */
public record VoiceStyle(
    String voice, double rate, double gain, TextReader reader, Lexicon lexicon) {
  private static final double SLOWEST = 0.6;
  private static final double LOUDEST = 3;

  /** A text in plain words, as they are spoken. */
  Spoken read(String text) {
    return reader.read(text, lexicon);
  }

  /** What {@code by} is asked when a text is to be said in this style. */
  public SpeechRequest request(String text, SpeechSynthesizer by) {
    return request(text, read(text), by);
  }

  /** The same for a text that has been read. */
  SpeechRequest request(String text, Spoken words, SpeechSynthesizer by) {
    Optional<Spoken> markup =
        by.readsMarkup()
            ? Optional.of(Ssml.of(reader, text, lexicon).within(words))
            : Optional.empty();
    return new SpeechRequest(words.text(), voice, rate, gain, markup);
  }

  /** This style at another pace and loudness, both against this one. */
  VoiceStyle scaled(double rateBy, double gainBy) {
    return new VoiceStyle(
        voice, Math.max(SLOWEST, rate * rateBy), Math.min(LOUDEST, gain * gainBy), reader, lexicon);
  }
}
