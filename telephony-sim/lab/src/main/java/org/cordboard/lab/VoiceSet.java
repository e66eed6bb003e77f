package org.cordboard.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Settings;
import org.cordboard.speech.models.ModelSettings;
import org.cordboard.speech.piper.PiperSettings;

/**
 * A Piper voice that the settings name, for all calls or for those in one language.
 *
 * @param key where it is set
 * @param value what is set there
 * @param file where it lies, or should
 */
record VoiceSet(String key, String value, Path file) {
  private static final String PIPER = "speech.piper";
  private static final String MODEL = PIPER + ".model";

  /** All of them. */
  static List<VoiceSet> of(Settings settings) {
    List<VoiceSet> voices = new ArrayList<>();
    add(voices, settings, MODEL);
    for (String language : settings.names("languages")) {
      String own = "languages.\"" + language + "\".settings";
      if (settings.has(own + "." + MODEL)) {
        add(voices, settings.over(own), own + "." + MODEL);
      }
    }
    return voices;
  }

  private static void add(List<VoiceSet> voices, Settings settings, String key) {
    PiperSettings piper = settings.bind(PIPER, PiperSettings.class);
    Path folder = settings.bind("speech.models", ModelSettings.class).resolved();
    piper
        .file(folder)
        .ifPresent(file -> voices.add(new VoiceSet(key, piper.model().orElseThrow(), file)));
  }
}
