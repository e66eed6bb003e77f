package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.gateway.call.TurnTaking.Action.ASK_DIALOG;
import static org.cordboard.gateway.call.TurnTaking.Action.GIVE_UP_ANSWER;
import static org.cordboard.gateway.call.TurnTaking.Action.REPORT_NO_WORDS;
import static org.cordboard.gateway.call.TurnTaking.Action.REPORT_SILENCE;
import static org.cordboard.gateway.call.TurnTaking.Action.START_CLOCK;
import static org.cordboard.gateway.call.TurnTaking.Action.STOP_PROMPTS;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.gateway.call.TurnTaking.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTakingTest {

  private static final Event[] GREETED = {Event.PROMPT, Event.ANSWERED, Event.PLAYED};

  /** Events after the opening, the floor they lead to, and the actions of the last of them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "greeting plays                    | PROMPT                                   | SPEAKING  |",
        "greeting written, still playing   | PROMPT ANSWERED                          | SPEAKING  |",
        "greeting over                     | PROMPT ANSWERED PLAYED                   | LISTENING | START_CLOCK",
        "played before it was all written  | PROMPT PLAYED                            | SPEAKING  |",
        "… and then written                | PROMPT PLAYED ANSWERED                   | LISTENING | START_CLOCK",
        "caller speaks in our silence      | PROMPT ANSWERED PLAYED CALLER_STARTED CALLER_STOPPED TURN | THINKING | ASK_DIALOG",
        "interruption                      | PROMPT ANSWERED CALLER_STARTED BARGE_IN  | LISTENING | STOP_PROMPTS GIVE_UP_ANSWER START_CLOCK",
        "interruption of a half answer     | PROMPT CALLER_STARTED BARGE_IN           | LISTENING | STOP_PROMPTS GIVE_UP_ANSWER START_CLOCK",
        "a key over our voice              | PROMPT ANSWERED KEYED                    | THINKING  | STOP_PROMPTS ASK_DIALOG",
        "caller goes on while we think     | PROMPT ANSWERED PLAYED TURN TURN         | THINKING  | GIVE_UP_ANSWER ASK_DIALOG",
        "a cough over our voice            | PROMPT CALLER_STARTED CALLER_STOPPED NO_WORDS | SPEAKING |",
        "a cough in our silence            | PROMPT ANSWERED PLAYED CALLER_STARTED CALLER_STOPPED NO_WORDS | THINKING | REPORT_NO_WORDS",
        "silence                           | PROMPT ANSWERED PLAYED SILENCE           | THINKING  | REPORT_SILENCE",
        "silence clock while caller speaks | PROMPT ANSWERED PLAYED CALLER_STARTED SILENCE | LISTENING |",
        "silence clock while we speak      | PROMPT SILENCE                           | SPEAKING  |",
        "silent for the caller            | PROMPT ANSWERED CALLER_STARTED YIELDED   | LISTENING |",
        "… who only murmured              | PROMPT ANSWERED CALLER_STARTED YIELDED RESUMED | SPEAKING |",
        "… and means it                   | PROMPT ANSWERED CALLER_STARTED YIELDED BARGE_IN | LISTENING | STOP_PROMPTS GIVE_UP_ANSWER START_CLOCK",
        "… and means it in words          | PROMPT ANSWERED CALLER_STARTED YIELDED TURN | THINKING | STOP_PROMPTS ASK_DIALOG",
        "a sentence more waits as well     | PROMPT YIELDED PROMPT                    | LISTENING |",
        "… and is said with the first     | PROMPT YIELDED PROMPT RESUMED            | SPEAKING  |",
        "silence clock while prompts wait  | PROMPT YIELDED SILENCE                   | LISTENING |",
        "no words while prompts wait       | PROMPT YIELDED NO_WORDS                  | LISTENING |",
        "a murmur as the prompt ends       | PROMPT ANSWERED CALLER_STARTED PLAYED CALLER_STOPPED IGNORED | LISTENING | START_CLOCK",
        "a murmur over the prompt          | PROMPT ANSWERED CALLER_STARTED CALLER_STOPPED IGNORED | SPEAKING |",
        "a bark that stopped us for good  | PROMPT ANSWERED CALLER_STARTED BARGE_IN CALLER_STOPPED DISTURBED | THINKING | REPORT_DISTURBED",
        "… and our sentence once more      | PROMPT ANSWERED BARGE_IN DISTURBED PROMPT ANSWERED PLAYED | LISTENING | START_CLOCK",
        "a voice that was noise            | PROMPT ANSWERED PLAYED CALLER_STARTED NOISE | THINKING | REPORT_NOISE",
        "… while prompts waited for it     | PROMPT ANSWERED CALLER_STARTED YIELDED RESUMED NOISE | SPEAKING | REPORT_NOISE",
        "… while we think                  | PROMPT ANSWERED PLAYED TURN CALLER_STARTED NOISE | THINKING | REPORT_NOISE",
        "… the silence clock goes on       | PROMPT ANSWERED PLAYED CALLER_STARTED NOISE PROMPT ANSWERED PLAYED | LISTENING | START_CLOCK",
        "… and is heeded                   | PROMPT ANSWERED PLAYED CALLER_STARTED NOISE PROMPT ANSWERED PLAYED SILENCE | THINKING | REPORT_SILENCE",
        "… words win over it               | PROMPT ANSWERED PLAYED CALLER_STARTED NOISE PROMPT TURN | THINKING | STOP_PROMPTS GIVE_UP_ANSWER ASK_DIALOG",
        "barge-in while nothing plays      | PROMPT ANSWERED PLAYED BARGE_IN          | LISTENING |",
      })
  void theFloorFollowsTheEvents(String name, String events, String floor, String actions) {
    TurnTaking.State state = TurnTaking.State.OPENING;
    List<TurnTaking.Action> last = List.of();
    for (String event : events.trim().split(" +")) {
      TurnTaking.Step step = TurnTaking.on(state, Event.valueOf(event));
      state = step.state();
      last = step.actions();
    }

    assertThat(state.floor()).isEqualTo(Floor.valueOf(floor.trim()));
    List<TurnTaking.Action> expected = new ArrayList<>();
    if (actions != null) {
      for (String action : actions.trim().split(" +")) {
        expected.add(TurnTaking.Action.valueOf(action));
      }
    }
    assertThat(last).isEqualTo(expected);
  }

  @Test
  void silencesAreCountedInARowAndForgottenWhenTheCallerSpeaks() {
    TurnTaking.State state = after(TurnTaking.State.OPENING, GREETED);
    state = after(state, Event.SILENCE);
    state = after(state, GREETED);
    state = after(state, Event.SILENCE);
    assertThat(state.silences()).isEqualTo(2);

    state = after(state, Event.TURN);
    assertThat(state.silences()).isZero();
  }

  @Test
  void everyChangeThatEndsAWaitMakesTheOldClockStale() {
    TurnTaking.State listening = after(TurnTaking.State.OPENING, GREETED);
    for (Event event : List.of(Event.CALLER_STARTED, Event.TURN, Event.KEYED, Event.PROMPT)) {
      assertThat(TurnTaking.on(listening, event).state().clock())
          .as(event.name())
          .isGreaterThan(listening.clock());
    }
  }

  @Test
  void noEventInAnyReachableStateLeavesTheFloorWithNobody() {
    List<TurnTaking.State> reachable = new ArrayList<>(List.of(TurnTaking.State.OPENING));
    for (int i = 0; i < reachable.size() && reachable.size() < 500; i++) {
      for (Event event : Event.values()) {
        TurnTaking.Step step = TurnTaking.on(reachable.get(i), event);
        TurnTaking.State next = step.state();
        boolean ours = next.floor() != Floor.LISTENING;
        if (ours && !next.answering() && !next.playing()) {
          assertThat(step.actions()).as(reachable.get(i) + " " + event).contains(ASK_DIALOG);
        }
        TurnTaking.State form =
            new TurnTaking.State(
                next.floor(),
                next.answering(),
                next.playing(),
                next.yielded(),
                next.callerSpeaking(),
                0,
                0);
        if (!reachable.contains(form)) {
          reachable.add(form);
        }
      }
    }
    assertThat(reachable).hasSizeGreaterThan(6);
    assertThat(List.of(GIVE_UP_ANSWER, REPORT_NO_WORDS, REPORT_SILENCE, START_CLOCK, STOP_PROMPTS))
        .doesNotContainNull();
  }

  private static TurnTaking.State after(TurnTaking.State state, Event... events) {
    TurnTaking.State next = state;
    for (Event event : events) {
      next = TurnTaking.on(next, event).state();
    }
    return next;
  }
}
