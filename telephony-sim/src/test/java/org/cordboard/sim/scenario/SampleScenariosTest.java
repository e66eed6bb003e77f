package org.cordboard.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleScenariosTest {
  private static final List<String> VOICES =
      List.of("kevin16", "kevin16-high", "kevin16-low", "kevin16-bright", "kevin8");

  static Stream<Path> files() {
    Path playbook = Path.of("../dialog/playbook");
    return Stream.of(playbook.resolve("scenarios"), playbook.resolve("languages/de-DE/scenarios"))
        .flatMap(SampleScenariosTest::in);
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void scenarioOfTheSampleCompanyIsWellFormed(Path file) {
    Scenario scenario = ScenarioFile.read(file, VOICES);
    assertThat(scenario.about()).isNotBlank();
    assertThat(scenario.expectations()).isNotEmpty();
  }
}
