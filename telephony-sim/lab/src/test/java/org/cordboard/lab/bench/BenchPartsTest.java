package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordboard.sim.analyse.CallNotes;
import org.cordboard.sim.analyse.Note;
import org.cordboard.sim.analyse.Recording;
import org.cordboard.sim.party.Step;
import org.cordboard.sim.scenario.Scenario;
import org.cordboard.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benches are made of: plans, machine, figures. */
class BenchPartsTest {
  @TempDir Path folder;

  @Test
  void planIsAScenarioThatCanBePlayedAndRepeatsForItsSeed() throws IOException {
    BargeInPlan plan = new BargeInPlan(7, 1, 2, "scripted");
    Path file = Files.writeString(folder.resolve("plan.yaml"), plan.yaml());
    Scenario scenario = ScenarioFile.read(file, List.of("scripted"));
    assertThat(scenario.caller().script().steps()).hasSizeGreaterThan(4 * 3);
    assertThat(new BargeInPlan(7, 1, 2, "scripted").yaml()).isEqualTo(plan.yaml());
    assertThat(new BargeInPlan(8, 1, 2, "scripted").yaml()).isNotEqualTo(plan.yaml());
    assertThat(new BargeInPlan(7, 2, 2, "scripted").yaml()).isNotEqualTo(plan.yaml());
    String many = new BargeInPlan(1, 1, 40, "scripted").yaml();
    assertThat(many).contains("- interrupt:", "- backchannel:", "- cough:", "- aside:", "- noise:");
    Path longer = Files.writeString(folder.resolve("many.yaml"), many);
    assertThat(
            ScenarioFile.read(longer, List.of("scripted")).caller().script().steps().stream()
                .filter(Step.Into.class::isInstance))
        .as("as many interruptions as other sounds, each at its place in an answer")
        .hasSize(2 * 40);
  }

  @Test
  void soundsAreMeantAsTheSimulatorSaidThem() throws JsonProcessingException {
    String result =
        "{\"timeline\": [{\"atMs\": 500, \"who\": \"caller\", \"what\": \"connected\"},"
            + "{\"atMs\": 2500, \"who\": \"caller\", \"what\": \"said\", \"text\": \"How?\"},"
            + "{\"atMs\": 4500, \"who\": \"caller\", \"what\": \"said\", \"text\": \"Yeah.\"},"
            + "{\"atMs\": 5500, \"who\": \"caller\", \"what\": \"told\", \"text\": \"NOISE\"},"
            + "{\"atMs\": 6500, \"who\": \"caller\", \"what\": \"said\", \"text\": \"Stop.\"},"
            + "{\"atMs\": 7000, \"who\": \"Dana\", \"what\": \"said\", \"text\": \"Yeah.\"}]}";
    List<Note> sounds = PlannedSounds.of(new ObjectMapper().readTree(result));
    assertThat(sounds)
        .containsExactly(
            new Note(2_000, Note.Kind.CALLER_SOUND, "speech", "How?"),
            new Note(4_000, Note.Kind.CALLER_SOUND, "backchannel", "Yeah."),
            new Note(5_000, Note.Kind.CALLER_SOUND, "noise", ""),
            new Note(6_000, Note.Kind.CALLER_SOUND, "speech", "Stop."));
    assertThat(sounds.stream().map(PlannedSounds::over)).containsExactly(false, true, true, true);
  }

  @Test
  void scriptedPartsSpeakInTheirOwnVoice() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("s.yaml"),
            "caller:\n  voice: kevin16-bright\nagents:\n  - voice: kevin16-low\n");
    Path out = Files.createDirectories(folder.resolve("out"));
    assertThat(Voices.fitted(scenario, Parts.BUNDLED, out)).isEqualTo(scenario);
    assertThat(Voices.fitted(scenario, Parts.SCRIPTED, out))
        .content()
        .isEqualTo("caller:\n  voice: scripted\nagents:\n  - voice: scripted\n");
    assertThat(Parts.SCRIPTED.settings())
        .containsEntry("speech.scripted.recognizer.final-lag", "350ms")
        .containsEntry("dialog.model.type", "scripted")
        .containsEntry("dialog.model.scripted.first-token", "375ms");
    assertThat(Parts.BUNDLED.settings()).isEmpty();
  }

  @Test
  void busyMachineIsWarnedOf() {
    assertThat(new Machine("a processor", 2, "17", 0.3).text())
        .contains("a processor", "2 cores", "load 0.30")
        .doesNotContain("WARNING");
    assertThat(new Machine("a processor", 2, "17", 1.9).text()).contains("WARNING");
    assertThat(Machine.now().processor()).isNotBlank();
  }

  @Test
  void figuresTellKindsIntervalsNetworkAndMachine() {
    LatencyFigures figures =
        new LatencyFigures(Parts.INSTANT, Optional.of(new Machine("a processor", 2, "17", 0.1)), 1);
    assertThat(figures.add(call(), true)).isTrue();
    figures.add("cordboard_speculations_total{result=\"used\"} 3\n");
    assertThat(figures.table())
        .containsPattern("answer +1 +(69|70)\\d \\[(69|70)\\d–(69|70)\\d]")
        .containsPattern("all replies +1 ")
        .contains("calls as expected 1 of 1", "instrument: ", "a processor")
        .contains("p50 ≤ 400 ms  MISSED: p50 ", "worked out ahead 3, used 3");
    assertThat(figures.missed()).hasSize(1);
    assertThat(figures.toJson().getJsonObject("kinds").getJsonObject("answer").getInteger("count"))
        .isEqualTo(1);
  }

  @Test
  void voiceThatStoppedIsCountedAsObeyed() {
    BargeInFigures figures = figures(1);
    figures.add(call().and(List.of(sound(6_000, "speech", "Stop."))));
    assertThat(figures.table())
        .containsPattern("silent after +p50 50\\d ms .*goal p50 300, p99 450 ms +MISSED")
        .containsPattern(
            "obeyed +100.0 % \\(1 of 1; 20.7–100.0 %\\) +goal at least 99 % to lie within")
        .containsPattern("it takes all of 381 to show it\\)\\R")
        .containsPattern("softer after +never")
        .containsPattern("ignored +not measured +goal at least 95 % .*MISSED")
        .containsPattern("counted +1 of 1 planned sounds\\R");
    assertThat(figures.missed()).hasSize(3);
  }

  @Test
  void murmurThatWasTalkedThroughToTheEndOfThePromptIsCounted() {
    BargeInFigures figures = figures(1);
    Note heard = new Note(6_550, Note.Kind.PROMPT_HEARD, "…", "whole");
    figures.add(call(4_000).and(List.of(sound(4_000, "backchannel", "Yeah."), heard)));
    assertThat(figures.table())
        .containsPattern("ignored +100.0 % \\(1 of 1")
        .containsPattern("counted +1 of 1 planned sounds");
  }

  @Test
  void soundsOfWhichNothingCanBeToldAreNamedNotCounted() {
    BargeInFigures figures = figures(4);
    Note heard = new Note(6_550, Note.Kind.PROMPT_HEARD, "…", "whole");
    Note early = sound(1_000, "backchannel", "Yeah."); // nobody else spoke there
    Note late = sound(6_000, "backchannel", "Okay."); // half a second before the prompt was over
    figures.add(call().and(List.of(early, late, heard)));
    assertThat(figures.table())
        .containsPattern(
            "counted +0 of 4 planned sounds; 2 not made; 1 not over our voice; 1 with our prompt over");
  }

  private static BargeInFigures figures(int planned) {
    return new BargeInFigures(Parts.INSTANT, new Machine("a processor", 2, "17", 0.1), planned, 1);
  }

  private static Note sound(long atMs, String meant, String words) {
    return new Note(atMs, Note.Kind.CALLER_SOUND, meant, words);
  }

  /** The caller is answered after 700 ms, and later breaks in; the voice stops after 500 ms. */
  private PlayedCall call() {
    return call(6_000);
  }

  private PlayedCall call(int breaksInMs) {
    short[] caller = new short[20_000 * 8];
    short[] heard = new short[20_000 * 8];
    speak(caller, 1_000, 2_000);
    speak(heard, 2_700, 6_500);
    speak(caller, breaksInMs, breaksInMs + 1_500);
    CallNotes notes =
        new CallNotes(
            List.of(
                new Note(2_300, Note.Kind.CALLER_SAID, "Where is it?", ""),
                new Note(2_600, Note.Kind.AI_SAID, "On its way.", "MODEL")));
    return new PlayedCall(
        folder.resolve("call.wav"),
        Optional.of(Instant.EPOCH),
        new Recording(caller, heard),
        notes);
  }

  private static void speak(short[] channel, int fromMs, int toMs) {
    for (int i = fromMs * 8; i < toMs * 8; i++) {
      double syllable = 0.6 + 0.4 * Math.sin(i / 300.0);
      channel[i] = (short) (6_000 * syllable * Math.sin(i * 0.6) + (i % 2 == 0 ? 500 : -500));
    }
  }
}
