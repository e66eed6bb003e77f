package org.cordboard.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskResultTest {
  private static final String RESULT =
      """
      { "result" : [
        { "conf" : 0.75, "end" : 0.50, "start" : 0.25, "word" : "it's" },
        { "conf" : 1.000001, "end" : 1.0, "start" : 0.5, "word" : "[unk]" },
        { "conf" : 1.000001, "end" : 1.5, "start" : 1.0, "word" : "네" } ],
        "text" : "it's [unk] 네" }
      """;

  @TempDir Path folder;

  @Test
  void wordsHaveTheirPlacesInTheStream() {
    assertThat(VoskResult.words(RESULT, 16_000))
        .containsExactly(
            new Transcript.Word("it's", 0.75, 18_000, 20_000),
            new Transcript.Word("네", 1.0, 24_000, 28_000));
    assertThat(VoskResult.words("{\"text\" : \"\"}", 0)).isEmpty();
  }

  @Test
  void partialsAreCleaned() {
    assertThat(VoskResult.partial("{ \"partial\" : \"where [unk] is\" }")).isEqualTo("where is");
    assertThat(VoskResult.partial("{ \"partial\" : \"\" }")).isEmpty();
    assertThatThrownBy(() -> VoskResult.partial("not json"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void wordsSoFarHaveTheirPlacesWhenTheEngineGivesThem() {
    String partial =
        """
        { "partial" : "where is",
          "partial_result" : [ { "conf" : 0.5, "end" : 0.5, "start" : 0.25, "word" : "where" } ] }
        """;
    assertThat(VoskResult.partialWords(partial, 8_000))
        .containsExactly(new Transcript.Word("where", 0.5, 10_000, 12_000));
    assertThat(VoskResult.partialWords("{ \"partial\" : \"where\" }", 0)).isEmpty();
  }

  @Test
  void grammarsAreJsonLists() {
    for (Expectation expectation : Expectation.values()) {
      VoskGrammar.of(expectation)
          .ifPresent(grammar -> assertThat(grammar).startsWith("[\"").endsWith("\"[unk]\"]"));
    }
    assertThat(VoskGrammar.of(Expectation.DIGITS)).isPresent();
    assertThat(VoskGrammar.of(Expectation.FREE)).isEmpty();
  }

  @Test
  void aFolderWithoutAModelNeverReachesTheEngine() {
    VoskSettings settings =
        new VoskSettings(Optional.empty(), 1, 8, Duration.ofMillis(100), true, Locale.US, true);
    assertThatThrownBy(() -> VoskRecognizer.load(settings, folder, new ManualClock()))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(folder.toString(), "no am/final.mdl", "cordboard models");
  }
}
