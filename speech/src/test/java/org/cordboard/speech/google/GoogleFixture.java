package org.cordboard.speech.google;

import org.cordboard.config.Settings;

/** Settings that lead to a fake. */
final class GoogleFixture {
  private GoogleFixture() {}

  /** Says where two recordings part, rather than print them. */
  static void assertSame(byte[] actual, byte[] expected) {
    int parts = java.util.Arrays.mismatch(actual, expected);
    if (parts >= 0) {
      throw new AssertionError(
          actual.length + " bytes are not the " + expected.length + " expected, from " + parts);
    }
  }

  static GoogleSettings settings(String endpoint, String more) {
    String hocon =
        "speech.google { endpoint = \""
            + endpoint
            + "\", project = shop, recognizer.limits.answer = 24h, voice.timeout = 60s }\n"
            + more;
    return Settings.parse(hocon).bind("speech.google", GoogleSettings.class);
  }
}
