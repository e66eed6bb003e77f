package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Background;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A noise over our voice that the detector takes for a voice: our sentence comes back. */
class NoiseOverVoiceTest {
  private static Company company;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    String playbook =
        Path.of("").toAbsolutePath().getParent().getParent().resolve("dialog/playbook").toString();
    company = Company.load(scratch, Map.of("playbook.path", playbook, "speech.vad.type", "silero"));
  }

  @ParameterizedTest
  @CsvSource({"horn, 400", "engine, 1500", "people, 3500"})
  void theSentenceGoesOnAfterIt(String sound, int ms) {
    ScriptWriter caller = asks();
    bang(caller, sound, ms);
    caller.hear("first owner").say("", "No, thank you. Goodbye.").waitFor("ended");
    World world = world();
    Result result = world.play(Company.NUMBER, caller.script());

    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(said(world)).noneMatch(text -> text.contains("didn't catch"));
    assertThat(said(world)).noneMatch(text -> text.contains("person"));
  }

  @Test
  void wordsThatFollowTheNoiseAreAnswered() {
    ScriptWriter caller = asks();
    bang(caller, "horn", 1_500);
    caller.sayOver("denver|boulder", "Where are your stores?").hangUp();
    World world = world();
    Result result = world.play(Company.NUMBER, caller.script());

    assertThat(result.missed()).as(result.history().toString()).isEmpty();
  }

  private static ScriptWriter asks() {
    return new ScriptWriter()
        .hear()
        .say("", "How long is the warranty?")
        .into(Duration.ofMillis(1_500));
  }

  private static void bang(ScriptWriter caller, String sound, int ms) {
    caller
        .noise(new Background(sound, null, 5))
        .pause(Duration.ofMillis(ms))
        .noise(null)
        .pause(Duration.ofMillis(500));
  }

  private static World world() {
    return new World(
        new Case(7, 1, false, Kind.QUESTION, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                List.of(Engines.recognizer(from.settings())),
                List.of(Engines.voice(from.settings())),
                Optional.of(() -> new PlantedVoices(new Dice(3), 1))));
  }

  private static List<String> said(World world) {
    return world.ledger().stream()
        .filter(DialogEvent.AgentSaid.class::isInstance)
        .map(event -> ((DialogEvent.AgentSaid) event).text())
        .toList();
  }
}
