package org.cordboard.gateway.call;

import org.cordboard.speech.SpeechRequest;

/**
 * How the AI speaks on a call; the caller may ask for slower or louder.
 *
 * @param voice the synthesiser's name of the voice; empty for its default
 * @param rate 1 is the voice's own pace
 * @param gain 1 is normal loudness
 * @param lexicon words that are spoken otherwise than written
 */
public record VoiceStyle(String voice, double rate, double gain, Lexicon lexicon) {
  SpeechRequest request(Lexicon.Spoken spoken) {
    return new SpeechRequest(spoken.text(), voice, rate, gain);
  }

  VoiceStyle scaled(double rateBy, double gainBy) {
    return new VoiceStyle(voice, Math.max(0.6, rate * rateBy), Math.min(2, gain * gainBy), lexicon);
  }
}
