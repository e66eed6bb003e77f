package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls of callers who check the line instead of answering; nobody takes their call. */
class LineCheckCallTest {
  private static final List<String> VOICES = List.of("kevin16-bright", "kevin16-low");
  private static Company company;
  private static Path playbook;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    playbook = Path.of("").toAbsolutePath().getParent().getParent().resolve("dialog/playbook");
    company = Company.load(scratch, Map.of("playbook.path", playbook.toString()));
  }

  @Test
  void theSampleScenarioEndsWithTheMessageAndNoSentenceThreeTimes() {
    Path file = playbook.resolve("scenarios/checks-the-line.yaml");
    World world = world();
    Result result = world.play(Company.NUMBER, ScenarioFile.read(file, VOICES).caller().script());

    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(promises(world)).singleElement().asString().contains("chair");
    assertThat(said(world)).noneMatch(text -> text.contains("not sure what you need"));
    nothingIsSaidThreeTimes(world);
  }

  @Test
  void whoSaysNothingButYesIAmHereIsLeftWithTheCarriersMenu() {
    ScriptWriter caller =
        new ScriptWriter()
            .hear()
            .say("line|moment|someone", "I want to speak to a person.")
            .hear("nobody is free")
            .say("can hear you", "Yes, I am here.")
            .say("still here", "Hello?")
            .say("press one", "Yes, I am here.")
            .waitFor("ended");
    Script script = caller.script();
    World world = world();
    Result result = world.play(Company.NUMBER, script);

    assertThat(said(world)).anyMatch(text -> text.contains("I can hear you"));
    assertThat(said(world)).noneMatch(text -> text.contains("your message"));
    assertThat(promises(world)).isEmpty();
    assertThat(result.history()).anyMatch(line -> line.contains("press one"));
    nothingIsSaidThreeTimes(world);
  }

  private static World world() {
    return new World(
        new Case(7, 1, false, Kind.ABSENT, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                List.of(Engines.recognizer(from.settings())),
                List.of(Engines.voice(from.settings()))));
  }

  private static void nothingIsSaidThreeTimes(World world) {
    Map<String, Long> times =
        said(world).stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    times
        .keySet()
        .removeIf(
            text -> text.startsWith("Thanks for waiting") || text.startsWith("Still ringing"));
    assertThat(times).allSatisfy((text, count) -> assertThat(count).as(text).isLessThan(3));
  }

  private static List<String> said(World world) {
    return world.ledger(DialogEvent.AgentSaid.class).stream()
        .map(DialogEvent.AgentSaid::text)
        .toList();
  }

  private static List<String> promises(World world) {
    return world.ledger(DialogEvent.PromiseMade.class).stream()
        .map(DialogEvent.PromiseMade::toString)
        .toList();
  }
}
