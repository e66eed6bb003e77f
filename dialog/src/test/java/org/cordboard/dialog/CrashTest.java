package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that dies anywhere between the read-back and the result refunds exactly once. */
class CrashTest {
  private static final List<DialogEvent> WHOLE = wholeCall();

  private static List<DialogEvent> wholeCall() {
    Rehearsal call = new Rehearsal().start();
    call.say("I'd like a refund please");
    call.say("481927");
    call.say("yes");
    return call.events(DialogEvent.class);
  }

  static Stream<Integer> everyEntryFromTheReadBackOn() {
    int from = first(DialogEvent.ConfirmationAsked.class) + 1;
    return IntStream.rangeClosed(from, WHOLE.size()).boxed();
  }

  private static int first(Class<? extends DialogEvent> type) {
    return IntStream.range(0, WHOLE.size())
        .filter(at -> type.isInstance(WHOLE.get(at)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("everyEntryFromTheReadBackOn")
  void aCrashAfterAnyEntryRefundsOnce(int kept) {
    Rehearsal next = new Rehearsal();
    if (kept > first(DialogEvent.ToolFinished.class)) {
      done(next);
    }

    next.inherit(WHOLE.subList(0, kept));
    if (next.effects.done == 0) {
      assertThat(next.answer()).contains("interrupted", "Shall I go ahead?");
      next.say("yes");
    }

    assertThat(next.effects.done).isOne();
    assertThat(next.refunded("481927")).isTrue();
  }

  @Test
  void aCrashAfterTheEffectAndBeforeItsResultTellsTheCallerAndDoesNothingTwice() {
    Rehearsal next = new Rehearsal();
    done(next);

    next.inherit(WHOLE.subList(0, first(DialogEvent.ToolIntended.class) + 1));

    assertThat(next.effects.done).isOne();
    assertThat(next.answer()).contains("interrupted", "refunded $24.90");
    assertThat(next.events(DialogEvent.ToolFinished.class)).hasSize(1);
  }

  @Test
  void aCrashBeforeTheConfirmationAsksAgain() {
    Rehearsal next = new Rehearsal();

    next.inherit(WHOLE.subList(0, first(DialogEvent.ConfirmationGiven.class)));

    assertThat(next.answer()).contains("interrupted", "Shall I go ahead?");
    assertThat(next.prompt().expecting()).isEqualTo(Expecting.YES_NO);
    assertThat(next.effects.done).isZero();
  }

  @Test
  void whatWasAskedLastIsAskedAgain() {
    Rehearsal call = new Rehearsal().start();
    call.say("I'd like to know where my order is");

    call.resume();

    assertThat(call.answer()).contains("interrupted", "What is your order number?");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.digits("order_number", 6, 6));
    assertThat(call.say("481927")).contains("was delivered");
  }

  @Test
  void aTransferThatHadBeenAskedForIsAskedForAgain() {
    Rehearsal call = new Rehearsal().start();
    call.say("I want to speak to a person");

    call.resume();

    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  private static void done(Rehearsal call) {
    try {
      call.effects.once(
          "refund:481927",
          () ->
              Map.of(
                  "by", "CA1:refund_order:order_number=481927",
                  "order_number", "481927",
                  "amount", "24.90",
                  "currency", "USD"));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
