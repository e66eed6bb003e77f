package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cordboard.config.Completion;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.playbook.Desk;
import org.junit.jupiter.api.Test;

class StaticDeskTest {
  private final ManualClock clock = new ManualClock();
  private final StaticDesk desk =
      new StaticDesk(
          List.of(
              new TransferTarget("kim", "Kim", "+15550100001", Set.of()),
              new TransferTarget("sam", "Sam", "+15550100002", Set.of("billing"))),
          Duration.ofMinutes(5),
          clock);

  private List<String> candidates(String skill, Set<String> asked) {
    List<String> names = new ArrayList<>();
    desk.candidates(
        skill,
        asked,
        clock,
        Completion.of(
            people -> people.forEach(person -> names.add(person.name())),
            failure -> names.add(failure.toString())));
    return names;
  }

  private boolean claim(String agent, String offer) {
    List<Boolean> answers = new ArrayList<>();
    desk.claim(agent, offer, clock, Completion.of(answers::add, failure -> answers.add(false)));
    return answers.get(0);
  }

  @Test
  void peopleWithoutTheSkillComeLast() {
    assertThat(candidates("billing", Set.of())).containsExactly("Sam", "Kim");
    assertThat(candidates("", Set.of())).containsExactly("Kim", "Sam");
  }

  @Test
  void deskOfACompanysFolderKeepsItsOrder() {
    Desk written =
        new Desk(
            List.of(new Desk.Agent("dana", "Dana", "+17205550101", List.of("billing"))),
            "+17205550199");
    List<TransferTarget> people = new ArrayList<>();
    StaticDesk.of(written, Duration.ofMinutes(5), clock)
        .candidates("", Set.of(), clock, Completion.of(people::addAll, failure -> {}));
    assertThat(people)
        .containsExactly(new TransferTarget("dana", "Dana", "+17205550101", Set.of("billing")));
  }

  @Test
  void peopleWhoWereAskedAreNotAskedAgain() {
    assertThat(candidates("billing", Set.of("sam"))).containsExactly("Kim");
  }

  @Test
  void onePersonIsReservedForOneOfferAtATime() {
    assertThat(claim("sam", "o1")).isTrue();
    assertThat(claim("sam", "o1")).isTrue();
    assertThat(claim("sam", "o2")).isFalse();
    desk.release("sam", "o2");
    assertThat(claim("sam", "o2")).as("released by the wrong offer").isFalse();
    desk.release("sam", "o1");
    assertThat(claim("sam", "o2")).isTrue();
  }

  @Test
  void reservationThatWasForgottenLapses() {
    claim("sam", "o1");
    clock.advance(Duration.ofMinutes(5));
    assertThat(claim("sam", "o2")).isTrue();
  }
}
