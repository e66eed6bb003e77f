package org.cordboard.lab.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cordboard.lab.virtual.Stage;

/** Which recogniser and voice both sides use. */
enum Parts {
  /** As the settings have them: by default all on this machine, with real voices. */
  BUNDLED,
  /** Scripted, as late as services in a cloud are. */
  SCRIPTED,
  /** Scripted, with no delay of their own: what is left is the product's. */
  INSTANT;

  /** What has to be set for it, in both processes. */
  Map<String, String> settings() {
    Map<String, String> set = new LinkedHashMap<>();
    if (this != BUNDLED) {
      set.put("speech.recognizer.type", "scripted");
      set.put("speech.synthesizer.type", "scripted");
      set.put("speech.vad.type", "scripted");
      boolean late = this == SCRIPTED;
      set.put("speech.scripted.recognizer.partial-lag", late ? "150ms" : "0ms");
      set.put("speech.scripted.recognizer.final-lag", late ? "350ms" : "0ms");
      set.put("speech.scripted.voice.first-audio", late ? "100ms" : "0ms");
      set.put("dialog.model.type", late ? "scripted" : "builtin");
      set.put("dialog.model.scripted.first-token", "375ms");
      set.put("dialog.model.scripted.tokens-per-second", "100");
    }
    return set;
  }

  /** As parts of a call in virtual time. */
  Stage.Engine staged() {
    boolean late = this == SCRIPTED;
    return new Stage.Engine(
        Stage.Words.WHILE_SPOKEN,
        Duration.ofMillis(late ? 150 : 0),
        Duration.ofMillis(late ? 350 : 0),
        Duration.ofMillis(late ? 100 : 0),
        0,
        0,
        Duration.ZERO);
  }

  /** What replies should keep to, in milliseconds: the median. */
  long goalP50Ms() {
    return switch (this) {
      case BUNDLED -> 1_000;
      case SCRIPTED -> 700;
      case INSTANT -> 400;
    };
  }

  /** The 95th percentile; 0 for no demand. */
  long goalP95Ms() {
    return this == SCRIPTED ? 900 : 0;
  }

  /** As written in figures and names of files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The voice of a caller that these parts have. */
  String voice() {
    return this == BUNDLED ? "kevin16-bright" : "scripted";
  }

  /** For people. */
  String text() {
    return switch (this) {
      case BUNDLED -> "bundled recogniser and voice";
      case SCRIPTED ->
          "scripted parts, as late as a cloud's: partials 150 ms, finals 350 ms, the model's first"
              + " token 375 ms and 100 a second, the voice's first sound 100 ms";
      case INSTANT -> "scripted parts without delays of their own";
    };
  }
}
