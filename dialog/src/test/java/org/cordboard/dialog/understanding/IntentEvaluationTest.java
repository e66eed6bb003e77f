package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cordboard.config.Settings;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Playbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How well intents are told apart, and foreign wishes kept out, on sentences never trained on. */
class IntentEvaluationTest {

  @Test
  void intentsAreToldApart() throws Exception {
    int right = 0;
    List<String> lines = SamplePlaybook.lines(IntentEvaluationTest.class, "intents.txt");
    for (String line : lines) {
      String[] parts = line.split(" \\| ", 2);
      TurnReading reading = SamplePlaybook.understanding().read(parts[1], Expecting.ANYTHING);
      if (reading.intent().equals(parts[0])) {
        right++;
      } else {
        System.out.printf("%s %.2f instead of %s%n", reading.intent(), reading.confidence(), line);
      }
    }
    System.out.printf("intents: %d of %d%n", right, lines.size());
    assertThat((double) right / lines.size()).isGreaterThan(0.85);
  }

  /**
   * German by the built-in model of sentences, which knows English: by what the words look like. A
   * company that speaks German has another model; this tells what is lost until it has.
   */
  @Test
  void germanIntentsByAnEnglishModelAreToldApartAtLeastHalfTheTime() throws Exception {
    assertThat(germanUnderstood(SamplePlaybook.embeddings(), "the English model"))
        .isGreaterThan(0.5);
  }

  /** By the model that dialog/sentences makes, where its folder is given. */
  @Test
  @EnabledIfSystemProperty(named = "sentences.model", matches = ".+")
  void germanIntentsByAModelOfManyLanguagesAreToldApart() throws Exception {
    Path folder = Path.of(System.getProperty("sentences.model"));
    Embeddings many =
        Embeddings.of(
            new UnderstandingSettings.Embeddings(
                folder.resolve("model.onnx").toString(),
                folder.resolve("tokenizer.json").toString(),
                List.of("de")));
    assertThat(germanUnderstood(many, "a model of many languages")).isGreaterThan(0.8);
  }

  private static double germanUnderstood(Embeddings embeddings, String by) throws Exception {
    LocalUnderstanding german =
        new LocalUnderstanding(
            Playbook.load(Path.of("playbook"), Path.of("playbook/languages/de-DE")),
            embeddings,
            Settings.parse("").bind("understanding", UnderstandingSettings.class));
    int right = 0;
    int wrong = 0;
    List<String> lines = SamplePlaybook.lines(IntentEvaluationTest.class, "intents-de.txt");
    for (String line : lines) {
      String[] parts = line.split(" \\| ", 2);
      TurnReading reading = german.read(parts[1], Expecting.ANYTHING);
      boolean same = reading.intent().equals(parts[0]);
      right += same ? 1 : 0;
      wrong += same || reading.intent().equals(TurnReading.UNKNOWN) ? 0 : 1;
      if (!same) {
        System.out.printf("%s %.2f instead of %s%n", reading.intent(), reading.confidence(), line);
      }
    }
    System.out.printf(
        "German intents by %s: %d of %d, %d taken for another%n", by, right, lines.size(), wrong);
    return (double) right / lines.size();
  }

  @Test
  void foreignWishesAreUnknown() throws Exception {
    int unknown = 0;
    int signals = 0;
    List<String> lines = SamplePlaybook.lines(IntentEvaluationTest.class, "foreign.txt");
    for (String line : lines) {
      TurnReading reading = SamplePlaybook.understanding().read(line, Expecting.ANYTHING);
      signals += reading.signals().isEmpty() ? 0 : 1;
      if (reading.intent().equals(TurnReading.UNKNOWN)) {
        unknown++;
      } else {
        System.out.printf("%s %.2f for %s%n", reading.intent(), reading.confidence(), line);
      }
    }
    System.out.printf(
        "foreign: %d of %d unknown, %d with a signal%n", unknown, lines.size(), signals);
    assertThat((double) unknown / lines.size()).isGreaterThan(0.85);
  }
}
