package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Settings;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.gateway.call.CallOutcome;
import org.cordboard.gateway.call.CallPhase;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whole calls on engines that are broken, with others below them and without. */
class BrokenEnginesTest {
  private static final Logger GATEWAY = (Logger) LoggerFactory.getLogger("org.cordboard");
  private static Company company;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    GATEWAY.setLevel(Level.OFF); // they are meant to be broken
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    company =
        Company.load(scratch, Map.of("playbook.path", root.resolve("dialog/playbook").toString()));
  }

  @AfterAll
  static void logAgain() {
    GATEWAY.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource(
      value = BrokenRecognizer.How.class,
      names = {"HEARS_NOTHING"},
      mode = EnumSource.Mode.EXCLUDE)
  void aCallerIsServedThoughTheFirstRecogniserIsBroken(BrokenRecognizer.How how) {
    World world = world(Kind.STATUS, settings -> List.of(broken(settings, how), good(settings)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    boolean given = how != BrokenRecognizer.How.ANSWERS_TWICE;
    assertThat(world.ledger(GatewayEvent.PartReplaced.class)).hasSize(given ? 1 : 0);
    assertThat(world.ledger(DialogEvent.CallerSaid.class))
        .as("each turn once")
        .extracting(DialogEvent.CallerSaid::turn)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoHasToWaitForTheSecondRecogniserIsToldSo() {
    World world =
        world(
            Kind.STATUS,
            settings ->
                List.of(broken(settings, BrokenRecognizer.How.NEVER_ANSWERS), good(settings)));
    Result result = world.play();

    assertThat(world.ledger(GatewayEvent.PartReplaced.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.part()).isEqualTo("recognizer");
              assertThat(each.to()).isEqualTo("scripted");
              assertThat(each.late()).isTrue();
            });
    assertThat(world.ledger(DialogEvent.AgentSaid.class))
        .extracting(DialogEvent.AgentSaid::text)
        .contains("One moment.");
    assertThat(result.missed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = BrokenRecognizer.How.class,
      names = {"THROWS_AT_OPEN", "NEVER_ANSWERS", "FAILS"})
  void withoutAnyRecogniserTheKeysAreOfferedAndThenAPersonComes(BrokenRecognizer.How how) {
    World world =
        world(Kind.STATUS, settings -> List.of(broken(settings, how), broken(settings, how)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(DialogEvent.AgentSaid.class))
        .extracting(DialogEvent.AgentSaid::text)
        .anyMatch(said -> said.contains("press 1"));
    assertThat(world.ledger(DialogEvent.EscalationFired.class))
        .extracting(fired -> fired.rule() + " " + fired.effect())
        .startsWith("R17 offer", "R17 transfer-now");
    assertThat(world.ledger(GatewayEvent.PartFailed.class))
        .allMatch(failed -> failed.part().equals("recognizer"))
        .isNotEmpty();
    assertThat(phases(world)).contains("TRANSFERRING", "BRIDGED");
    List<LedgerEvent> all = world.ledger();
    int bridged = 0;
    while (!(all.get(bridged) instanceof GatewayEvent.PhaseChanged phase
        && phase.to() == CallPhase.BRIDGED)) {
      bridged++;
    }
    assertThat(all.subList(bridged, all.size()))
        .as("what is said to the person is not heard either")
        .hasAtLeastOneElementOfType(GatewayEvent.PartFailed.class);
  }

  @Test
  void theOnlyRecogniserThatStallsIsCoveredAudiblyUntilItIsGivenUp() {
    World world =
        world(
            Kind.STATUS, settings -> List.of(broken(settings, BrokenRecognizer.How.NEVER_ANSWERS)));
    Result result = world.play();

    assertThat(result.broken()).as("no long silence: " + result.history()).isEmpty();
    assertThat(world.ledger(DialogEvent.AgentSaid.class))
        .extracting(DialogEvent.AgentSaid::text)
        .containsSequence("One moment.", "Let me see.");
    assertThat(world.ledger(GatewayEvent.PartFailed.class))
        .isNotEmpty()
        .allMatch(failed -> failed.part().equals("recognizer"));
  }

  @Test
  void aRecogniserThatHearsNothingBringsAPersonInTheEnd() {
    World world =
        world(
            Kind.STATUS, settings -> List.of(broken(settings, BrokenRecognizer.How.HEARS_NOTHING)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(phases(world)).contains("TRANSFERRING");
  }

  @Test
  void aCallerIsServedThoughTheVoiceSaysEverythingTwice() {
    World world =
        spoken(
            Kind.STATUS,
            settings -> List.of(new BrokenVoice(voice(settings), BrokenVoice.How.SAYS_IT_TWICE)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(DialogEvent.PromptHeard.class))
        .as("what is remembered as heard is what was written, once")
        .allMatch(heard -> heard.text().split("an AI assistant", -1).length <= 2);
    assertThat(world.ledger(GatewayEvent.PartReplaced.class))
        .isNotEmpty()
        .allMatch(each -> each.part().equals("voice") && each.to().isEmpty())
        .allMatch(each -> each.why().equals("words were said twice"));
    assertThat(result.history())
        .as("what the caller hears")
        .anyMatch(line -> line.contains("How can I help?"))
        .noneMatch(line -> line.matches(".*How can I help.*How can I help.*"));
  }

  @ParameterizedTest
  @EnumSource(
      value = BrokenVoice.How.class,
      names = {"SAYS_IT_TWICE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aCallerIsServedThoughTheFirstVoiceIsBroken(BrokenVoice.How how) {
    World world =
        spoken(
            Kind.STATUS,
            settings -> List.of(new BrokenVoice(voice(settings), how), voice(settings)));
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(GatewayEvent.PartReplaced.class))
        .isNotEmpty()
        .allMatch(each -> each.part().equals("voice"));
  }

  @ParameterizedTest
  @EnumSource(
      value = BrokenVoice.How.class,
      names = {"THROWS", "GIVES_NOTHING", "NEVER_SPEAKS"})
  void withoutAnyVoiceTheCarriersMenuTakesOver(BrokenVoice.How how) {
    World world = spoken(Kind.SILENT, settings -> List.of(new BrokenVoice(voice(settings), how)));
    Result result = world.play();

    assertThat(world.ledger(GatewayEvent.MenuGiven.class))
        .as(result.history().toString())
        .extracting(GatewayEvent.MenuGiven::reason)
        .containsExactly("the voice fails");
    assertThat(world.ledger(GatewayEvent.CallEnded.class))
        .extracting(GatewayEvent.CallEnded::outcome)
        .containsExactly(CallOutcome.Result.MENU);
    assertThat(result.history()).anyMatch(line -> line.contains("press one"));
  }

  private interface Hearing {
    List<SpeechRecognizer> of(Settings settings);
  }

  private interface Speaking {
    List<SpeechSynthesizer> of(Settings settings);
  }

  private static World world(Kind kind, Hearing hearing) {
    return new World(
        new Case(7, 1, false, kind, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(), hearing.of(from.settings()), List.of(voice(from.settings()))));
  }

  private static World spoken(Kind kind, Speaking speaking) {
    return new World(
        new Case(7, 1, false, kind, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(), List.of(good(from.settings())), speaking.of(from.settings())));
  }

  private static SpeechRecognizer good(Settings settings) {
    return Engines.recognizer(settings);
  }

  private static SpeechRecognizer broken(Settings settings, BrokenRecognizer.How how) {
    return new BrokenRecognizer(good(settings), how);
  }

  private static SpeechSynthesizer voice(Settings settings) {
    return Engines.voice(settings);
  }

  private static List<String> phases(World world) {
    return world.ledger(GatewayEvent.PhaseChanged.class).stream()
        .map(change -> change.to().name())
        .toList();
  }
}
