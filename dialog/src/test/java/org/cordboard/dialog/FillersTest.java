package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said while an answer is late; the caller's turn ended at second 0. */
class FillersTest {
  private static final Script SCRIPT = new Rehearsal().parts.script();
  private static final CallContext CALL =
      new CallContext(new CallId("CA1"), "+1", "+2", Locale.US, true);
  private static final Instant TURN = Instant.parse("2026-01-05T10:00:00Z");
  private final Fillers fillers = new Fillers();
  private ConversationState state = answering();
  private final List<String> said = new ArrayList<>();
  private Duration next = Duration.ZERO;

  @Test
  void aPromptAnswerNeedsNone() {
    state.answering = false;
    lookAt(2_000);

    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1500", "400,1100", "1499,1"})
  void tooSoonItLooksAgainWhenItIsTime(long afterMs, long againMs) {
    lookAt(afterMs);

    assertThat(said).isEmpty();
    assertThat(next).isEqualTo(Duration.ofMillis(againMs));
  }

  @Test
  void oneComesWhenItIsLateAndASecondAfterLongAndNoThird() {
    lookAt(1_500);
    assertThat(said).hasSize(1);
    assertThat(next).isEqualTo(Duration.ofSeconds(6));

    heardAt(2_700);
    lookAt(7_500);
    assertThat(said).hasSize(1);
    assertThat(next).isEqualTo(Duration.ofMillis(1_200));

    lookAt(8_700);
    assertThat(said).hasSize(2);
    assertThat(said.get(1)).isNotEqualTo(said.get(0));

    heardAt(10_000);
    lookAt(30_000);
    assertThat(said).hasSize(2);
  }

  @Test
  void noneIsSaidOverWordsThatAreBeingPlayed() {
    state.prompts = 3;
    state.heardPrompt = 2;
    lookAt(5_000);
    assertThat(said).isEmpty();

    state.heardPrompt = 3;
    lookAt(5_000);
    assertThat(said).hasSize(1);
  }

  @Test
  void theQuietCountsFromOurLastWord() {
    heardAt(4_000);
    lookAt(5_000);

    assertThat(said).isEmpty();
    assertThat(next).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void oneOfAnEarlierTurnIsForgotten() {
    Step step = step(9_000);
    fillers.lookedAgain(step, state.turn - 1);

    assertThat(step.actions()).isEmpty();
  }

  @Test
  void neverTheSameTwiceInARow() {
    String before = "";
    for (int turn = 0; turn < 7; turn++) {
      state.fillers = 0;
      heardAt(0);
      lookAt(2_000);
      String now = said.get(said.size() - 1);
      assertThat(now).isNotEqualTo(before);
      before = now;
    }
  }

  @Test
  void aFillerIsNoAnswer() {
    lookAt(2_000);

    assertThat(state.spoken).isFalse();
  }

  private static ConversationState answering() {
    ConversationState state = new ConversationState();
    state.turn = 4;
    state.answering = true;
    state.quietSince = TURN;
    return state;
  }

  private void heardAt(long ms) {
    state.heardPrompt = state.prompts;
    state.quietSince = TURN.plusMillis(ms);
  }

  private void lookAt(long ms) {
    Step step = step(ms);
    fillers.late(step);
    next = Duration.ZERO;
    for (ConversationAction action : step.actions()) {
      if (action instanceof ConversationAction.LookAgain again) {
        next = again.after();
      } else if (action instanceof ConversationAction.Out out
          && out.action() instanceof DialogAction.Say say) {
        said.add(say.prompt().text());
      }
    }
    state = step.state;
  }

  private Step step(long ms) {
    return new Step(
        state,
        SCRIPT,
        CALL,
        new LedgerFold(SCRIPT.playbook(), SCRIPT.tools()),
        TURN.plusMillis(ms));
  }
}
