package org.cordboard.speech.google;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which voice of Google's speaks.
 *
 * @param name its name, such as {@code en-US-Chirp3-HD-Aoede}; empty lets Google choose
 * @param language its language, such as {@code en-US}
 */
record VoiceChoice(String name, String language) {
  private static final Pattern NAMED = Pattern.compile("([a-z]{2,3}-[A-Za-z0-9]{2,4})-.+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2}|-[0-9]{3})?");

  /** The voice that {@code asked} names: a voice, a language, or, empty, that of the settings. */
  static VoiceChoice of(String asked, GoogleVoiceSettings settings) {
    String name = asked.isEmpty() ? settings.name() : asked;
    if (!name.isEmpty() && LANGUAGE.matcher(name).matches()) {
      return new VoiceChoice("", name);
    }
    Matcher named = NAMED.matcher(name);
    return new VoiceChoice(name, named.matches() ? named.group(1) : settings.language());
  }
}
