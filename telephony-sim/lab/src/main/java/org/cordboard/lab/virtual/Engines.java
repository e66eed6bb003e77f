package org.cordboard.lab.virtual;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Settings;
import org.cordboard.sim.faults.Dice;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.wiring.SpeechParts;

/** What a gateway of a world hears and speaks with. */
interface Engines {

  /** New ones for a process; {@code own} decides what is left to chance. */
  SpeechParts make(Company company, Dice own);

  /** Scripted engines that fail as often as the conditions say; every second process has spares. */
  static Engines faulty(Conditions conditions) {
    return (company, own) -> {
      Settings settings = company.settings();
      List<SpeechRecognizer> recognizers = new ArrayList<>();
      List<SpeechSynthesizer> voices = new ArrayList<>();
      List<String> ranks = own.of("engines").chance(0.5) ? List.of("", "second ") : List.of("");
      for (String rank : ranks) {
        recognizers.add(
            new FaultyRecognizer(
                recognizer(settings), conditions.recognizer(), own.of(rank + "recognizer")));
        voices.add(new FaultyVoice(voice(settings), conditions.voice(), own.of(rank + "voice")));
      }
      return SpeechParts.of(settings, recognizers, voices);
    };
  }

  static SpeechRecognizer recognizer(Settings settings) {
    return new ScriptedRecognizer(
        settings.bind("speech.scripted.recognizer", ScriptedRecognizerSettings.class));
  }

  static SpeechSynthesizer voice(Settings settings) {
    return new ScriptedSynthesizer(
        settings.bind("speech.scripted.voice", ScriptedVoiceSettings.class));
  }
}
