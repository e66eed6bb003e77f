package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleSettingsTest {

  static GoogleSettings defaults() {
    return Settings.parse("").bind("speech.google", GoogleSettings.class);
  }

  @Test
  void defaultsAreThoseRecorded() {
    GoogleSettings settings = defaults();
    assertThat(settings.project()).isEmpty();
    assertThat(settings.credentials()).isEmpty();
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.recognizer())
        .isEqualTo(
            new GoogleRecognizerSettings(
                "global",
                "_",
                "telephony",
                new GoogleRecognizerSettings.Features(true, true, true, true, 10),
                new GoogleRecognizerSettings.Sending(
                    Duration.ofMillis(100), Duration.ofSeconds(3), 4, Duration.ofSeconds(30)),
                new GoogleRecognizerSettings.Limits(
                    Duration.ofMinutes(4),
                    Duration.ofSeconds(285),
                    Duration.ofSeconds(4),
                    4,
                    Duration.ofMillis(150))));
    assertThat(settings.voice())
        .isEqualTo(
            new GoogleVoiceSettings(
                "global",
                "en-US-Chirp3-HD-Aoede",
                "en-US",
                GoogleVoiceSettings.Encoding.MULAW,
                true,
                Duration.ofSeconds(3),
                3));
  }

  @Test
  void everyKeyIsRead() {
    GoogleSettings settings =
        Settings.parse(
                """
                speech.google {
                  project = p, credentials = /c.json, endpoint = "speech.example.com:443"
                  recognizer {
                    location = eu, id = calls, model = chirp_2
                    features { punctuation = false, word-times = false, word-confidence = false
                      voice-activity = false, phrase-boost = 3 }
                    sending { chunk = 40ms, burst = 1s, catch-up = 2, buffer = 60s }
                    limits { rollover-from = 1m, stream = 2m, answer = 1s, attempts = 2
                      backoff = 10ms }
                  }
                  voice { location = eu, name = "", language = de-DE, encoding = pcm, marks = false
                    timeout = 1s, attempts = 1 }
                }
                """)
            .bind("speech.google", GoogleSettings.class);
    assertThat(settings)
        .isEqualTo(
            new GoogleSettings(
                Optional.of("p"),
                Optional.of("/c.json"),
                "speech.example.com:443",
                new GoogleRecognizerSettings(
                    "eu",
                    "calls",
                    "chirp_2",
                    new GoogleRecognizerSettings.Features(false, false, false, false, 3),
                    new GoogleRecognizerSettings.Sending(
                        Duration.ofMillis(40), Duration.ofSeconds(1), 2, Duration.ofSeconds(60)),
                    new GoogleRecognizerSettings.Limits(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(1),
                        2,
                        Duration.ofMillis(10))),
                new GoogleVoiceSettings(
                    "eu",
                    "",
                    "de-DE",
                    GoogleVoiceSettings.Encoding.PCM,
                    false,
                    Duration.ofSeconds(1),
                    1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint = \"http://speech.example.com:80\"|may only name this machine",
        "endpoint = \"http://10.0.0.1:80\"|may only name this machine",
        "endpoint = \"https://x/y\"|endpoint must be empty, host:port",
        "recognizer.location = \"a/b\"|needs a location such as global",
        "recognizer.limits.stream = 6m|stream < 5 minutes",
        "recognizer.limits.rollover-from = 290s|rollover-from ≤ stream",
        "recognizer.limits.attempts = 0|attempts 1…10",
        "recognizer.sending.chunk = 5s|chunk must lie in 20ms…3s",
        "recognizer.sending.catch-up = 0.5|catch-up in 1…100",
        "recognizer.sending.buffer = 1s|buffer must lie in 2s…300s",
        "recognizer.features.phrase-boost = 21|phrase-boost must lie in 0…20",
        "voice.language = \"english us\"|a language such as en-US",
        "voice.timeout = 1ms|timeout ≥ 100ms",
      })
  void settingsThatCannotBeAreRefused(String line, String why) {
    assertThatThrownBy(
            () ->
                Settings.parse("speech.google { " + line + " }")
                    .bind("speech.google", GoogleSettings.class))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why);
  }

  @Test
  void placesHaveServersOfTheirOwn() {
    assertThat(defaults().address("speech", "global")).isEqualTo("speech.googleapis.com:443");
    assertThat(defaults().address("texttospeech", "eu"))
        .isEqualTo("eu-texttospeech.googleapis.com:443");
    GoogleSettings local = GoogleFixture.settings("http://127.0.0.1:9", "");
    assertThat(local.plaintext()).isTrue();
    assertThat(local.address("speech", "eu")).isEqualTo("127.0.0.1:9");
    assertThat(GoogleFixture.settings("http://[::1]:9", "").plaintext()).isTrue();
    assertThat(GoogleFixture.settings("http://localhost:9", "").plaintext()).isTrue();
  }

  @Test
  void credentialsThatAreMissingOrBrokenAreOneClearLine(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> load(folder.resolve("none.json")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("speech.google.credentials", "none.json", "does not exist");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"type\": \"tea\"}");
    assertThatThrownBy(() -> load(broken))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("broken.json", "holds no Google credentials");
    Path noJson = Files.writeString(folder.resolve("no.json"), "hello");
    assertThatThrownBy(() -> load(noJson)).hasMessageContaining("holds no Google credentials");
  }

  private static void load(Path credentials) {
    String hocon = "speech.google.credentials = \"" + credentials + "\"";
    GoogleRecognizer.load(Settings.parse(hocon).bind("speech.google", GoogleSettings.class))
        .close();
  }
}
