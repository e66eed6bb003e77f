package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.gateway.call.CallOutcome;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.sim.scenario.Scenario;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls of a company that speaks English and German. */
class LanguagesTest {
  private static final List<String> VOICES = List.of("kevin16-bright", "kevin16-low");
  private static Company company;
  private static Path playbook;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    playbook = Path.of("").toAbsolutePath().getParent().getParent().resolve("dialog/playbook");
    company = Company.withGerman(scratch, Map.of("playbook.path", playbook.toString()));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void theGermanSampleScenarioGoesFromTheOrderToAPerson(long seed) {
    Scenario scenario =
        ScenarioFile.read(
            playbook.resolve("languages/de-DE/scenarios/order-refund-person.yaml"), VOICES);
    World world = world(seed, Fault.NONE, false);
    Result result = world.play(scenario.caller().to(), scenario.caller().script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(said(world)).noneMatch(LanguagesTest::english);
    assertThat(world.ledger(DialogEvent.ToolFinished.class))
        .extracting(done -> done.tool() + " " + done.ok())
        .containsExactly("order_status true", "refund_order true");
    assertThat(world.ledger(DialogEvent.ConfirmationGiven.class))
        .extracting(DialogEvent.ConfirmationGiven::yes)
        .containsExactly(true);
    assertThat(said(world)).filteredOn(text -> text.contains("ich bin da")).hasSize(1);
    assertThat(world.ledger(DialogEvent.KnowledgeUsed.class)).isNotEmpty();
    assertThat(world.ledger(DialogEvent.EscalationFired.class))
        .extracting(fired -> fired.rule() + " " + fired.effect())
        .containsExactly("R14 transfer-now");
    assertThat(world.ledger(GatewayEvent.PhaseChanged.class))
        .extracting(change -> change.to().name())
        .contains("BRIDGED");
  }

  @Test
  void theGermanNumberIsAnsweredInGermanFromTheFirstWordToTheLast() {
    World world = world(false);
    Result result = world.play(Company.GERMAN_NUMBER, german().script());

    served(world, result);
    assertThat(chosen(world)).containsExactly("de-DE dialled number");
    assertThat(said(world)).first().asString().contains("Ich bin Robin, eine KI");
    assertThat(said(world)).noneMatch(LanguagesTest::english);
    assertThat(String.join(" ", said(world)))
        .contains("Die Bestellung 730154 ist unterwegs. Sie ging am Sonntag, 4. Januar ab");
    assertThat(world.languages().of(World.CALLER)).contains(Locale.GERMANY);
  }

  @Test
  void whoSpokeGermanBeforeIsAnsweredInGerman() {
    World world = world(false);
    world.languages().remember(World.CALLER, Locale.GERMANY);
    Result result = world.play(Company.NUMBER, german().script());

    served(world, result);
    assertThat(chosen(world)).containsExactly("de-DE caller's history");
  }

  @Test
  void whoAnswersTheEnglishGreetingInGermanIsHeardAndGreetedAnew() {
    World world = world(true);
    Result result = world.play(Company.NUMBER, german().script());

    served(world, result);
    assertThat(chosen(world)).containsExactly("en-US usual", "de-DE heard");
    assertThat(said(world)).first().asString().contains("an AI assistant");
    assertThat(said(world)).anyMatch(text -> text.contains("Ich bin Robin, eine KI"));
    assertThat(world.ledger(DialogEvent.CallerSaid.class).get(0).text())
        .contains("meine Bestellung");
    assertThat(world.languages().of(World.CALLER)).contains(Locale.GERMANY);
  }

  @Test
  void whoSpokeGermanBeforeAndSpeaksEnglishNowIsAnsweredInEnglish() {
    World world = world(true);
    world.languages().remember(World.CALLER, Locale.GERMANY);
    Result result =
        world.play(
            Company.NUMBER,
            new ScriptWriter()
                .hear("helfen")
                .say("number|digits", "Hello. Where is my order?")
                .say("boots", "7, 3, 0, 1, 5, 4.")
                .say("", "No, thank you. Goodbye.")
                .waitFor("ended")
                .script());

    served(world, result);
    assertThat(chosen(world)).containsExactly("de-DE caller's history", "en-US heard");
    assertThat(world.languages().of(World.CALLER)).contains(Locale.US);
  }

  @Test
  void aPersonIsGivenOnRequestInGermanToo() {
    World world = world(false);
    Result result =
        world.play(
            Company.GERMAN_NUMBER,
            new ScriptWriter()
                .hear("helfen")
                .say("verbinde", "Ich möchte mit einem Menschen sprechen.")
                .hear("how can i help|this is dana")
                .say("yes|sure|of course|certainly", "I would like to buy a gift card.")
                .say("", "That is great. Thank you very much.")
                .waitFor("person-ended")
                .hangUp()
                .script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(DialogEvent.EscalationFired.class))
        .extracting(fired -> fired.rule() + " " + fired.effect())
        .startsWith("R14 transfer-now");
    assertThat(world.ledger(GatewayEvent.PhaseChanged.class))
        .extracting(change -> change.to().name())
        .contains("BRIDGED");
  }

  @Test
  void moneyIsGivenBackOnceInGerman() {
    World world = world(false);
    Result result =
        world.play(
            Company.GERMAN_NUMBER,
            new ScriptWriter()
                .hear("helfen")
                .say("bestellnummer", "Ich möchte mein Geld zurück.")
                // the sum as people say it, not as it is written
                .say("vierundzwanzig dollar neunzig", "achtundvierzig, neunzehn, siebenundzwanzig.")
                .say("erledigt", "Ja, bitte.")
                .say("", "Nein danke, das war alles. Auf Wiederhören.")
                .waitFor("ended")
                .script());

    served(world, result);
    assertThat(said(world)).anyMatch(text -> text.contains("Erstattung von 24,90 $"));
    assertThat(world.ledger(DialogEvent.ToolFinished.class))
        .extracting(DialogEvent.ToolFinished::tool)
        .containsExactly("refund_order");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theNextProcessGoesOnInGerman(long seed) {
    World world = world(seed, Fault.DEATH, false);
    Result result = world.play(Company.GERMAN_NUMBER, german().script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.history()).anyMatch(line -> line.contains("the gateway dies"));
    assertThat(chosen(world)).containsOnly("de-DE dialled number");
    assertThat(said(world)).isNotEmpty().noneMatch(LanguagesTest::english);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theNextProcessHearsGermanStillAndStaysWithIt(long seed) {
    World world = world(seed, Fault.DEATH, true);
    Result result = world.play(Company.NUMBER, german().script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.history()).anyMatch(line -> line.contains("the gateway dies"));
    assertThat(chosen(world)).last().isEqualTo("de-DE heard");
    List<String> said = said(world);
    int first = 0;
    while (!said.get(first).contains("eine KI")) {
      first++;
    }
    assertThat(said.subList(first, said.size())).noneMatch(LanguagesTest::english);
  }

  private static boolean english(String text) {
    return text.matches(".*\\b(the|your|you|is|thanks|sorry)\\b.*");
  }

  private static ScriptWriter german() {
    return new ScriptWriter()
        .hear("helfen|help")
        .say("bestellnummer|ziffern", "Hallo. Wo ist meine Bestellung?")
        .say("den vierten januar", "sieben, drei, null, eins, fünf, vier.")
        .say("60|tage", "Wie lange kann ich etwas zurückgeben?")
        .say("", "Nein danke, das war alles. Auf Wiederhören.")
        .waitFor("ended");
  }

  private static void served(World world, Result result) {
    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(world.ledger(GatewayEvent.CallEnded.class))
        .extracting(GatewayEvent.CallEnded::outcome)
        .containsExactly(CallOutcome.Result.CONVERSED);
  }

  /** {@code tells}: whether the recogniser tells languages apart. */
  private static World world(boolean tells) {
    return world(7, Fault.NONE, tells);
  }

  private static World world(long seed, Fault fault, boolean tells) {
    return new World(
        new Case(seed, 1, false, Kind.STATUS, fault),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                List.of(
                    tells
                        ? new TellingRecognizer(Engines.recognizer(from.settings()))
                        : Engines.recognizer(from.settings())),
                List.of(Engines.voice(from.settings()))));
  }

  private static List<String> chosen(World world) {
    return world.ledger(GatewayEvent.LanguageChosen.class).stream()
        .map(choice -> choice.language() + " " + choice.why())
        .toList();
  }

  private static List<String> said(World world) {
    return world.ledger(DialogEvent.AgentSaid.class).stream()
        .map(DialogEvent.AgentSaid::text)
        .toList();
  }
}
