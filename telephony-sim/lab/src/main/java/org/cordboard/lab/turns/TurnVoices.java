package org.cordboard.lab.turns;

import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.espeak.EspeakEngine;
import org.cordboard.speech.espeak.EspeakSettings;
import org.cordboard.speech.wiring.SpeechParts;

/** Which voice reads turns of a language. */
final class TurnVoices {
  private TurnVoices() {}

  /**
   * The settings' own when it speaks the language, else espeak-ng when it is installed and does,
   * else the settings' own all the same.
   */
  static SpeechSynthesizer of(Settings settings, Locale language) {
    SpeechSynthesizer own = SpeechParts.synthesizer(settings, language);
    if (own.speaks(language)) {
      return own;
    }
    SpeechSynthesizer other;
    try {
      other = EspeakEngine.load(settings.bind("speech.espeak-ng", EspeakSettings.class), language);
    } catch (ModelException notInstalled) {
      return own;
    }
    own.close();
    return other;
  }

  /** What is told about it. */
  static String told(SpeechSynthesizer voice, Locale language) {
    return voice.speaks(language)
        ? voice.name()
        : voice.name() + ", which reads the words by letters that it knows";
  }
}
