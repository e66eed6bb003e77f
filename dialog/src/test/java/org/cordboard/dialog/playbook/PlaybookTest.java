package org.cordboard.dialog.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookTest {
  private static final Path SAMPLE = Path.of("playbook");

  @TempDir Path folder;

  @BeforeEach
  void copySample() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void sampleCompanyLoads() {
    Playbook playbook = Playbook.load(SAMPLE);
    assertThat(playbook.company().name()).isEqualTo("Larkspur Outdoors");
    assertThat(playbook.company().say(Text.GREETING)).contains("Larkspur Outdoors", "AI");
    assertThat(playbook.company().say(Text.EMERGENCY)).contains("9 1 1");
    assertThat(playbook.intent("order_status").orElseThrow().action())
        .isEqualTo(new IntentAction.Tool("order_status"));
    assertThat(playbook.rules().highStakes()).containsEntry("change_contact", "accounts");
    assertThat(playbook.desk().first("workshop").id()).isEqualTo("marcus");
    assertThat(playbook.voice().vocabulary()).contains("refund", "Larkspur Outdoors");
    assertThat(playbook.documents()).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void versionChangesWithAnyFileAndOnlyThen() throws IOException {
    String before = Playbook.load(folder).version();
    assertThat(Playbook.load(folder).version()).isEqualTo(before);
    Files.writeString(folder.resolve("knowledge/extra.md"), "# Extra\n\nMore.\n");
    assertThat(Playbook.load(folder).version()).isNotEqualTo(before);
  }

  @Test
  void folderOfSettingsIsRelativeToHome() {
    PlaybookSettings settings = Settings.parse("").bind("playbook", PlaybookSettings.class);
    assertThat(settings.folder(Path.of("/opt/cordboard")))
        .isEqualTo(Path.of("/opt/cordboard/dialog/playbook"));
  }

  @Test
  void deskIsClosedAtNightOnSundayAndOnHolidays() {
    Hours hours = Playbook.load(SAMPLE).company().hours();
    assertThat(hours.openAt(Instant.parse("2026-03-16T17:00:00Z"))).isTrue();
    assertThat(hours.openAt(Instant.parse("2026-03-17T03:00:00Z"))).isFalse();
    assertThat(hours.openAt(Instant.parse("2026-03-15T17:00:00Z"))).isFalse();
    assertThat(hours.openAt(Instant.parse("2026-12-25T18:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "company.conf | an AI assistant.\" | a helper.\" | company.conf | must say that it is an AI",
        "company.conf | goodbye = | farewell = | company.conf | 'texts.goodbye' is missing",
        "company.conf | language = \"en-US\" | language = \"xx\" | company.conf | has no word lists",
        "company.conf | 08:00-19:00 | 8 to 7 | company.conf | write 09:00-18:00",
        "company.conf | America/Denver | Mars/Base | company.conf | time-zone",
        "company.conf | \"2026-11-26\" | \"Thanksgiving\" | company.conf | is not a date",
        "company.conf | persona = \"Robin\" | person = \"Robin\" | company.conf | persona",
        "company.conf | You're welcome. | *You're* welcome. | company.conf | cannot be spoken",
        "company.conf | {emergency} | the police | company.conf | must say the number",
        "rules.conf | R14 {\\n  enabled = true | R14 {\\n  enabled = false | rules.conf:32 | R14 cannot be switched off",
        "rules.conf | R16 {\\n  enabled = true | R16 {\\n  enabled = false | rules.conf:45 | R16 cannot be switched off",
        "rules.conf | R17 { | R99 { | rules.conf | 'R99' is not a rule",
        "rules.conf | time = 4m | time = 4 | rules.conf | a duration with its unit",
        "rules.conf | skill = \"billing\" | skill = \"dancing\" | desk.conf | nobody has the skill 'dancing'",
        "voice.conf | rate = 0.95 | rate = 9 | voice.conf | between 0.5 and 2",
        "voice.conf | \"lark spur\" | \"\" | voice.conf | 'lexicon.Larkspur' is empty",
        "voice.conf | \"lark spur\" | \"<b>lark\" | voice.conf | cannot be spoken",
        "voice.conf | \"UPS\" = | \"UPS \" = | voice.conf | has spaces around it",
        "voice.conf | \"refund\" | \" \" | voice.conf | 'vocabulary' has an empty entry",
        "voice.conf | vocabulary = [ | vocabularies = [ | voice.conf | vocabular",
        "desk.conf | +17205550101 | 555 | desk.conf | is not a telephone number",
        "desk.conf | id = \"marcus\" | id = \"dana\" | desk.conf | is used twice",
        "desk.conf | fallback-number | fallback | desk.conf | fallback",
        "intents/talk.conf | \"tool leave_message\" | \"tol leave_message\" | talk.conf | is not known; write tool NAME",
        "intents/talk.conf | slots = [phone] | slots = [shoe] | talk.conf | slot 'shoe' is not known",
        "intents/talk.conf | goodbye { | refund { | talk.conf | is defined at",
        "intents/talk.conf | \"see you\" | \"I want a refund\" | talk.conf | belongs to intent 'refund' too",
        "intents/orders.conf | \"where is my order\" | \"where is my order | orders.conf | mend the HOCON syntax",
      })
  void mistakeIsNamedWithFileAndFix(String file, String good, String bad, String place, String fix)
      throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String wrong = text.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
    assertThat(wrong).isNotEqualTo(text);
    Files.writeString(path, wrong);
    assertThatThrownBy(() -> Playbook.load(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(place)
        .satisfies(error -> assertThat(String.valueOf(error.getMessage())).contains(fix.strip()))
        .satisfies(error -> assertThat(String.valueOf(error.getMessage())).doesNotContain("\n"));
  }

  @Test
  void vocabularyMayBeLeftOutAndIsNotEndless() throws IOException {
    Path file = folder.resolve("voice.conf");
    String text = Files.readString(file);
    String without = text.substring(0, text.indexOf("  vocabulary")) + "}\n";
    Files.writeString(file, without);
    assertThat(Playbook.load(folder).voice().vocabulary()).isEmpty();
    String words = "vocabulary = [" + "\"word\", ".repeat(51) + "]\n}\n";
    Files.writeString(file, without.replaceFirst("}\n$", words));
    assertThatThrownBy(() -> Playbook.load(folder)).hasMessageContaining("more than 50 entries");
  }

  @Test
  void missingFilesAndFoldersAreNamed() throws IOException {
    Files.delete(folder.resolve("desk.conf"));
    assertThatThrownBy(() -> Playbook.load(folder)).hasMessageContaining("desk.conf: is missing");
    assertThatThrownBy(() -> Playbook.load(folder.resolve("nowhere")))
        .hasMessageContaining("set playbook.path");
  }

  @Test
  void emptyDocumentIsNamed() throws IOException {
    Files.writeString(folder.resolve("knowledge/empty.md"), "\n");
    assertThatThrownBy(() -> Playbook.load(folder)).hasMessageContaining("empty.md:1");
  }

  @Test
  void brokenWordListNamesFileAndLine() throws IOException {
    Files.createDirectories(folder.resolve("words"));
    Files.writeString(folder.resolve("words/legal.txt"), "# ours\n+ (guild of cyclists\n");
    assertThatThrownBy(() -> Playbook.load(folder)).hasMessageContaining("legal.txt:2");
    Files.delete(folder.resolve("words/legal.txt"));
    Files.writeString(folder.resolve("words/lawful.txt"), "+ guild\n");
    assertThatThrownBy(() -> Playbook.load(folder)).hasMessageContaining("'lawful' is no signal");
  }
}
