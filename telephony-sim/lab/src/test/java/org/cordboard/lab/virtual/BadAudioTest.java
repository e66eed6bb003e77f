package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.gateway.call.CallOutcome;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.sim.faults.Dice;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Whole calls whose audio is bad: they go on, the caller hears something, the ledger tells. */
class BadAudioTest {
  private static final Logger GATEWAY = (Logger) LoggerFactory.getLogger("org.cordboard");
  private static Company company; // goes by loudness alone, as scripted speech wants it
  private static Company listening; // has a model for voices behind the gate

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    GATEWAY.setLevel(Level.OFF); // it complains, as it should
    String playbook =
        Path.of("").toAbsolutePath().getParent().getParent().resolve("dialog/playbook").toString();
    company = Company.load(scratch, Map.of("playbook.path", playbook));
    listening =
        Company.load(scratch, Map.of("playbook.path", playbook, "speech.vad.type", "silero"));
  }

  @AfterAll
  static void logAgain() {
    GATEWAY.setLevel(null);
  }

  @ParameterizedTest
  @CsvSource({
    "PUSHED_ASIDE, offset",
    "CLIPPED, clipped",
    "LOSES_FRAMES, gaps",
    "COMES_IN_BURSTS, ''",
    "COMES_TWICE, surplus"
  })
  void aCallerIsServedOverABadLine(BentLine.How how, String trouble) {
    World world = world(company, Kind.STATUS, how);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(troubles(world)).isEqualTo(trouble.isEmpty() ? List.of() : List.of(trouble));
  }

  @ParameterizedTest
  @CsvSource({
    "NOISE_ONLY, noise, a lot of noise on your line",
    "UNREADABLE, unreadable, because of a technical problem"
  })
  void whoCannotBeHeardThroughTheLineIsToldAndGetsAPerson(
      BentLine.How how, String trouble, String told) {
    World world = world(listening, Kind.STATUS, how);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(troubles(world)).contains(trouble);
    assertThat(said(world))
        .anyMatch(text -> text.contains(told))
        .noneMatch(text -> text.contains("I'll hang up now"));
    assertThat(world.ledger(GatewayEvent.PhaseChanged.class))
        .extracting(change -> change.to().name())
        .contains("BRIDGED");
  }

  @Test
  void aLineWithoutASoundEndsPolitely() {
    World world = world(listening, Kind.STATUS, BentLine.How.DIGITAL_SILENCE);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(said(world)).anyMatch(text -> text.contains("Are you still there"));
    assertThat(said(world)).anyMatch(text -> text.contains("I'll hang up now"));
    assertThat(outcomes(world)).containsExactly(CallOutcome.Result.CONVERSED);
    assertThat(troubles(world)).contains("silent");
  }

  @Test
  void whoIsDrownedByNoiseThatSeemsToBeAVoiceHearsUsAndGetsAPerson() {
    World world = fooled(Kind.SILENT, BentLine.How.CROWD);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(troubles(world)).contains("din");
    assertThat(heardWhole(world))
        .anyMatch(text -> text.contains("a lot of noise on your line"))
        .anyMatch(text -> text.contains("an AI assistant"))
        .anyMatch(text -> text.contains("press 1 for yes"));
    assertThat(world.ledger(GatewayEvent.PhaseChanged.class))
        .extracting(change -> change.to().name())
        .contains("BRIDGED");
  }

  @Test
  void wordsAreHeardThroughNoiseThatSeemsToBeAVoice() {
    World world = fooled(Kind.STATUS, BentLine.How.CROWD);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(troubles(world)).contains("din");
    assertThat(outcomes(world)).containsExactly(CallOutcome.Result.CONVERSED);
  }

  @Test
  void whenSuchNoiseIsOverSilenceIsSilenceAgain() {
    World world = fooled(Kind.STATUS, BentLine.How.CROWD_FOR_A_WHILE);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(troubles(world)).contains("din");
  }

  @Test
  void whoseVoiceStopsInMidSentenceIsSpokenToAndGetsAPerson() {
    World world = world(listening, Kind.STATUS, BentLine.How.STOPS_IN_MID_SENTENCE);
    Result result = world.play();

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(said(world)).anyMatch(text -> text.contains("Are you still there"));
    assertThat(troubles(world)).contains("stalled");
    assertThat(world.ledger(GatewayEvent.PhaseChanged.class))
        .extracting(change -> change.to().name())
        .contains("TRANSFERRING");
  }

  @Test
  void audioOfAnotherFormGetsTheCarriersMenu() {
    World world = world(company, Kind.SILENT, BentLine.How.ANOTHER_FORMAT);
    Result result = world.play();

    assertThat(outcomes(world)).containsExactly(CallOutcome.Result.MENU);
    assertThat(world.ledger(GatewayEvent.MenuGiven.class))
        .extracting(GatewayEvent.MenuGiven::reason)
        .containsExactly("the carrier sends audio/l16 at 16000 Hz, not audio/x-mulaw at 8000 Hz");
    assertThat(result.history()).anyMatch(line -> line.contains("press one"));
  }

  private static World world(Company of, Kind kind, BentLine.How how) {
    return world(of, kind, how, 0);
  }

  /** The detector takes every noise for a voice. */
  private static World fooled(Kind kind, BentLine.How how) {
    return world(listening, kind, how, 1);
  }

  private static World world(Company of, Kind kind, BentLine.How how, double mistaken) {
    return new World(
        new Case(7, 1, false, kind, Fault.NONE),
        of,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                List.of(Engines.recognizer(from.settings())),
                List.of(Engines.voice(from.settings())),
                of == listening
                    ? Optional.of(() -> new PlantedVoices(new Dice(3), mistaken))
                    : Optional.empty()),
        BentLine.of(how));
  }

  private static List<String> said(World world) {
    return world.ledger(DialogEvent.AgentSaid.class).stream()
        .map(DialogEvent.AgentSaid::text)
        .toList();
  }

  private static List<String> heardWhole(World world) {
    return world.ledger(DialogEvent.PromptHeard.class).stream()
        .filter(DialogEvent.PromptHeard::whole)
        .map(DialogEvent.PromptHeard::text)
        .toList();
  }

  private static List<String> troubles(World world) {
    return world.ledger(GatewayEvent.LineTroubled.class).stream()
        .map(GatewayEvent.LineTroubled::kind)
        .toList();
  }

  private static List<CallOutcome.Result> outcomes(World world) {
    return world.ledger(GatewayEvent.CallEnded.class).stream()
        .map(GatewayEvent.CallEnded::outcome)
        .toList();
  }
}
