package org.cordboard.dialog.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cordboard.dialog.playbook.PlaybookLanguage.Missing;
import org.cordboard.dialog.understanding.UnderstandingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookLanguageTest {
  private static final Path SAMPLE = Path.of("playbook");
  private static final UnderstandingSettings.Embeddings MANY =
      new UnderstandingSettings.Embeddings("model.onnx", "tokenizer.json", List.of("en", "de"));
  private static final UnderstandingSettings.Embeddings ENGLISH =
      new UnderstandingSettings.Embeddings("", "", List.of("en"));

  @TempDir Path company;
  private Path german;

  @BeforeEach
  void copySample() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = company.resolve(SAMPLE.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    german = company.resolve("languages/de-DE");
  }

  private List<String> missing() {
    return PlaybookLanguage.missing(company, german, Locale.GERMANY, MANY).stream()
        .map(Missing::toString)
        .toList();
  }

  @Test
  void theSampleCompanyLacksNothingButAModelOfGermanSentences() {
    assertThat(missing()).isEmpty();
    assertThat(PlaybookLanguage.missing(company, german, Locale.GERMANY, ENGLISH))
        .extracting(Missing::what)
        .containsExactly("a model of sentences in German");
    Playbook playbook = Playbook.load(company, german);
    assertThat(playbook.company().language()).isEqualTo(Locale.GERMANY);
    assertThat(playbook.desk().first("workshop").id()).isEqualTo("marcus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "company.conf | goodbye = | farewell = | company.conf: the text 'goodbye' is missing",
        "intents/orders.conf | refund { | erstattung { | intents: the intent 'refund' is missing",
        "tools/refund_order.conf | at-most = \"100.00\" | at-most = \"900.00\" | own decision is missing; keep everything but the sentences",
        "tools/refund_order.conf | irreversible = true | irreversible = false | own decision is missing",
        "tools/order_status.conf | fact = found | fact = lost | own decision is missing",
      })
  void whatIsMissingIsNamedWithItsPlaceAndFix(String file, String good, String bad, String told)
      throws IOException {
    Path path = german.resolve(file);
    String text = Files.readString(path);
    Files.writeString(path, text.replace(good, bad));
    assertThat(Files.readString(path)).isNotEqualTo(text);
    assertThat(missing()).singleElement().asString().contains(told);
  }

  @Test
  void aLanguageOfWhichNothingIsThereIsToldAllAtOnce() {
    List<String> french =
        PlaybookLanguage.missing(
                company, company.resolve("languages/fr-FR"), Locale.FRANCE, ENGLISH)
            .stream()
            .map(Missing::toString)
            .toList();
    assertThat(french)
        .anyMatch(each -> each.contains("company.conf"))
        .anyMatch(each -> each.contains("the intent 'order_status'"))
        .anyMatch(each -> each.contains("refund_order.conf: the tool is missing"))
        .anyMatch(each -> each.contains("fr/asks-for-person.txt"))
        .anyMatch(each -> each.contains("fr/danger.txt"))
        .anyMatch(each -> each.contains("the number reader"))
        .anyMatch(each -> each.contains("a model of sentences in French"));
  }
}
