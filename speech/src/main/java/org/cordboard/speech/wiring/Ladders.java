package org.cordboard.speech.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Clock;
import org.cordboard.config.Settings;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.ladder.LadderSettings;
import org.cordboard.speech.ladder.RecognizerLadder;
import org.cordboard.speech.ladder.VoiceLadder;
import org.cordboard.speech.wiring.SpeechSettings.Hearing;
import org.cordboard.speech.wiring.SpeechSettings.Speaking;

/** Which engine stands below which, as the settings want it. */
final class Ladders {
  private Ladders() {}

  static LadderSettings settings(Settings settings) {
    return settings.bind("speech.ladder", LadderSettings.class);
  }

  /** Recognisers for calls that are mostly in {@code language}. */
  static SpeechRecognizer recognizer(
      Settings settings, SpeechSettings choices, Clock clock, Locale language) {
    List<SpeechRecognizer> rungs = new ArrayList<>();
    Hearing first = choices.recognizer().type();
    rungs.add(SpeechParts.recognizer(first, settings, clock));
    try {
      Hearing second = choices.recognizer().secondary();
      if (second == Hearing.AUTO) {
        boolean own = first == Hearing.SCRIPTED || rungs.get(0).name().startsWith("whisper");
        second = own ? Hearing.NONE : Hearing.WHISPER;
      }
      if (second != Hearing.NONE) {
        rungs.add(SpeechParts.recognizer(second, settings, clock));
      }
    } catch (RuntimeException unusable) {
      rungs.forEach(SpeechRecognizer::close);
      throw unusable;
    }
    return new RecognizerLadder(rungs, settings(settings), language);
  }

  /** Voices for texts of {@code language}: the one that is always there speaks English alone. */
  static SpeechSynthesizer synthesizer(Settings settings, SpeechSettings choices, Locale language) {
    Speaking first = choices.synthesizer().type();
    Speaking second = choices.synthesizer().secondary();
    if (second == Speaking.AUTO) {
      boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
      boolean own = first == Speaking.SCRIPTED || first == Speaking.FREETTS || !english;
      second = own ? Speaking.NONE : Speaking.FREETTS;
    }
    List<SpeechSynthesizer> rungs = new ArrayList<>();
    rungs.add(SpeechParts.synthesizer(first, settings, language));
    if (second != Speaking.NONE) {
      rungs.add(SpeechParts.synthesizer(second, settings, language));
    }
    return new VoiceLadder(rungs, settings(settings));
  }
}
