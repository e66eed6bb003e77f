package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cordboard.config.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class VirtualCallsTest {
  private static final int SAMPLE = 200;
  private static final Logger GATEWAY = (Logger) LoggerFactory.getLogger("org.cordboard");
  private static Company company;

  @BeforeAll
  static void learn(@TempDir Path scratch) {
    GATEWAY.setLevel(Level.OFF); // the faults are meant to be
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    company =
        Company.load(scratch, Map.of("playbook.path", root.resolve("dialog/playbook").toString()));
  }

  @AfterAll
  static void logAgain() {
    GATEWAY.setLevel(null);
  }

  @Test
  void everythingHoldsInEveryCallWhateverGoesWrong() throws InterruptedException {
    List<Case> cases =
        IntStream.range(0, SAMPLE).mapToObj(number -> Case.of(1, number, true)).toList();
    try (SystemClock clock = new SystemClock("virtual-test")) {
      Run run = Run.of(cases, company, 2, clock, result -> {});
      assertThat(RunTable.failures(run)).isEmpty();
      assertThat(run.results())
          .extracting(result -> result.played().kind())
          .contains(Kind.values());
      assertThat(run.results())
          .extracting(result -> result.played().fault())
          .contains(Fault.values());
    }
  }

  @Test
  void theSameSeedDoesTheSame() {
    for (Fault fault : List.of(Fault.NONE, Fault.DEATH, Fault.ALL)) {
      Case played = new Case(5, 3, true, Kind.REFUND, fault);
      assertThat(World.play(played, company).digest())
          .isEqualTo(World.play(played, company).digest());
    }
  }

  @Test
  void aCallerWhoTalksWithAPersonIsNotForgottenWhenTheProcessDies() {
    for (int number = 0; number < 30; number++) {
      Result result = World.play(new Case(13, number, true, Kind.PERSON, Fault.DEATH), company);
      assertThat(result.broken()).as(result.played() + " " + result.history()).isEmpty();
    }
  }

  @Test
  void aProcessThatDiesAtAnyAppendLosesNothingAndDoesNothingTwice() {
    for (int number = 0; number < 25; number++) {
      Result result = World.play(new Case(11, number, true, Kind.REFUND, Fault.DEATH), company);
      assertThat(result.broken()).as(result.played() + " " + result.history()).isEmpty();
    }
  }
}
