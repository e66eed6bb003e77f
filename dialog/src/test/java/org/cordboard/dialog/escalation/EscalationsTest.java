package org.cordboard.dialog.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.escalation.Escalation.Effect;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Answer;
import org.cordboard.dialog.understanding.TurnReading.Candidate;
import org.cordboard.dialog.understanding.TurnReading.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationsTest {
  private static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");
  private static final EscalationRules RULES =
      new EscalationRules(
          new EscalationRules.Anger(true, "care", 0.75, 0.4, 3),
          new EscalationRules.Unclear(true, "", 2, 0.85),
          new EscalationRules.Stuck(true, "", 2, 4, Duration.ofMinutes(4)),
          new EscalationRules.Person(true, ""),
          new EscalationRules.Stakes(true, "billing", 500),
          new EscalationRules.Sensitive(true, "care", Map.of("legal", "law")),
          new EscalationRules.Failing(true, ""),
          Map.of("change_contact", "accounts"));

  private final Escalations escalations = new Escalations(RULES);
  private EscalationState state = EscalationState.START;
  private Instant now = NOW;
  private long turn;

  private Optional<Escalation> say(String intent, double anger, Signal... signals) {
    return read(reading(intent, anger, List.of(), signals), "");
  }

  private static TurnReading reading(
      String intent, double anger, List<Candidate> candidates, Signal... signals) {
    Mood mood = new Mood("calm", anger, 0);
    return new TurnReading(
        intent, 0.9, candidates, Map.of(), mood, Set.of(signals), Answer.NEITHER);
  }

  private Optional<Escalation> read(TurnReading reading, String question) {
    return give(new EscalationInput.TurnRead(++turn, reading, question));
  }

  private Optional<Escalation> ask(String question) {
    return read(reading("question", 0, List.of()), question);
  }

  private Optional<Escalation> give(EscalationInput input) {
    EscalationStep step = escalations.step(state, input, now);
    state = step.state();
    return step.escalation();
  }

  private static String written(Escalation escalation) {
    return escalation.rule() + " " + escalation.effect().written();
  }

  @ParameterizedTest
  @CsvSource({
    "ASKS_FOR_PERSON, R14, TRANSFER_NOW, ''",
    "DISPUTED_CHARGE, R15, TRANSFER_NOW, billing",
    "FRAUD, R15, TRANSFER_NOW, billing",
    "CONTACT_CHANGE, R15, TRANSFER_NOW, billing",
    "HIGH_VALUE_CANCELLATION, R15, TRANSFER_NOW, billing",
    "LEGAL, R16, TRANSFER_NOW, law",
    "BEREAVEMENT, R16, TRANSFER_NOW, care",
    "MEDICAL, R16, TRANSFER_NOW, care",
    "HARDSHIP, R16, TRANSFER_NOW, care",
    "ACCESSIBILITY, R16, TRANSFER_NOW, care",
    "DANGER, R16, FIRST_IN_LINE, care",
    "FRUSTRATION, R11, OFFER, care",
    "PROFANITY, R11, OFFER, care",
    "REPEATED_COMPLAINT, R11, OFFER, care",
    "ABUSE, R11, OFFER, care",
  })
  void signalFiresItsRule(Signal signal, String rule, Effect effect, String skill) {
    Optional<Escalation> fired = say("order_status", 0, signal);
    assertThat(fired.map(Escalation::rule)).contains(rule);
    assertThat(fired.map(Escalation::effect)).contains(effect);
    assertThat(fired.map(Escalation::skill)).contains(skill);
  }

  @ParameterizedTest
  @CsvSource({
    "THANKS",
    "GOODBYE",
    "REPEAT",
    "SLOWER",
    "LOUDER",
    "CORRECTION",
    "NEVER_MIND",
    "ASKS_IF_AI",
    "HOLD_ON",
    "OBJECTS_TO_RECORDING"
  })
  void conversationalSignalsBringNobodyIn(Signal signal) {
    assertThat(say(TurnReading.UNKNOWN, 0, signal)).isEmpty();
  }

  @Test
  void frustrationOffersFirstAndTransfersTheSecondTime() {
    assertThat(say("order_status", 0, Signal.FRUSTRATION).map(Escalation::effect))
        .contains(Effect.OFFER);
    assertThat(say("order_status", 0)).isEmpty();
    assertThat(say("order_status", 0, Signal.FRUSTRATION).map(Escalation::effect))
        .contains(Effect.TRANSFER_NOW);
  }

  @Test
  void angerThatRisesOverTurnsFiresWithoutOneAngryTurn() {
    assertThat(say("order_status", 0.1)).isEmpty();
    assertThat(say("order_status", 0.3)).isEmpty();
    assertThat(say("order_status", 0.6).map(Escalation::reason)).contains("rising anger");
  }

  @Test
  void angerThatRisesSlowlyOverManyTurnsDoesNotFire() {
    for (double anger : new double[] {0.1, 0.2, 0.3, 0.4, 0.5}) {
      assertThat(say("greeting", anger)).isEmpty();
    }
  }

  @Test
  void notUnderstoodTwiceRunningOffersAndAgainTransfers() {
    assertThat(say(TurnReading.UNKNOWN, 0)).isEmpty();
    assertThat(say(TurnReading.UNKNOWN, 0).map(EscalationsTest::written)).contains("R12 offer");
    assertThat(say(TurnReading.UNKNOWN, 0)).isEmpty();
    assertThat(say(TurnReading.UNKNOWN, 0).map(EscalationsTest::written))
        .contains("R12 transfer-now");
  }

  @Test
  void understoodTurnInBetweenStartsTheCountAgain() {
    assertThat(say(TurnReading.UNKNOWN, 0)).isEmpty();
    assertThat(say("refund", 0)).isEmpty();
    assertThat(say(TurnReading.UNKNOWN, 0)).isEmpty();
  }

  @Test
  void wishSurelyOutsideIsOfferedPersonAtOnce() {
    TurnReading outside =
        reading(TurnReading.UNKNOWN, 0, List.of(new Candidate(TurnReading.OUT_OF_SCOPE, 0.95)));
    assertThat(read(outside, "").map(EscalationsTest::written)).contains("R12 offer");
  }

  @Test
  void questionThatIsNotCoveredOffersThenTransfers() {
    assertThat(give(new EscalationInput.NotCovered(1, "x")).map(EscalationsTest::written))
        .contains("R12 offer");
    assertThat(give(new EscalationInput.NotCovered(2, "y")).map(EscalationsTest::written))
        .contains("R12 transfer-now");
  }

  @Test
  void sameQuestionTwiceOffersAndTheNextLoopTransfers() {
    assertThat(ask("where order")).isEmpty();
    assertThat(ask("where order").map(EscalationsTest::written)).contains("R13 offer");
    assertThat(ask("where order")).isEmpty();
    assertThat(ask("where order").map(EscalationsTest::written)).contains("R13 transfer-now");
  }

  @Test
  void resolutionForgetsQuestionsTurnsAndOffers() {
    ask("where order");
    assertThat(ask("where order").map(EscalationsTest::written)).contains("R13 offer");
    give(new EscalationInput.Resolved(2));
    assertThat(ask("where order")).isEmpty();
    assertThat(ask("where order").map(EscalationsTest::written)).contains("R13 offer");
  }

  @Test
  void manyTurnsWithoutResolutionOffersThoughThereIsProgress() {
    assertThat(ask("a")).isEmpty();
    assertThat(say("refund", 0)).isEmpty();
    assertThat(say("refund", 0)).isEmpty();
    assertThat(say("refund", 0)).isEmpty();
    assertThat(say("refund", 0).map(EscalationsTest::written)).contains("R13 offer");
  }

  @Test
  void muchTimeSinceTheIssueWasStatedOffers() {
    assertThat(ask("a")).isEmpty();
    now = NOW.plusSeconds(239);
    assertThat(ask("b")).isEmpty();
    now = NOW.plusSeconds(240);
    assertThat(ask("c").map(EscalationsTest::written)).contains("R13 offer");
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,true",
    "0,true,false",
    "*0,true,true",
    "*0,false,true",
    "5,false,false",
    "10,false,false",
    "481927,true,false",
    "48*0,true,true"
  })
  void zeroAloneOrStarZeroBringsPerson(String keys, boolean digitsExpected, boolean fires) {
    Optional<Escalation> fired = give(new EscalationInput.Keyed(keys, digitsExpected));
    assertThat(fired.map(EscalationsTest::written))
        .isEqualTo(fires ? Optional.of("R14 transfer-now") : Optional.empty());
  }

  @Test
  void highStakesIntentGoesToItsSkill() {
    Optional<Escalation> fired = say("change_contact", 0);
    assertThat(fired.map(EscalationsTest::written)).contains("R15 transfer-now");
    assertThat(fired.map(Escalation::skill)).contains("accounts");
  }

  @Test
  void failingPartOffersThenTransfers() {
    assertThat(give(new EscalationInput.PartFailed("store")).map(EscalationsTest::written))
        .contains("R17 offer");
    assertThat(give(new EscalationInput.PartFailed("store")).map(EscalationsTest::written))
        .contains("R17 transfer-now");
  }

  @ParameterizedTest
  @CsvSource({
    "FRUSTRATION, ASKS_FOR_PERSON, R14",
    "ASKS_FOR_PERSON, LEGAL, R16",
    "DANGER, ASKS_FOR_PERSON, R16",
    "FRAUD, ASKS_FOR_PERSON, R15",
    "DANGER, LEGAL, R16",
  })
  void strongestEffectWins(Signal one, Signal other, String rule) {
    Optional<Escalation> fired = say("order_status", 0.9, one, other);
    assertThat(fired.map(Escalation::rule)).contains(rule);
    assertThat(fired.map(Escalation::effect))
        .contains(one == Signal.DANGER ? Effect.FIRST_IN_LINE : Effect.TRANSFER_NOW);
  }

  @Test
  void stepIsPure() {
    TurnReading angry = reading("order_status", 0, List.of(), Signal.FRUSTRATION);
    EscalationInput input = new EscalationInput.TurnRead(1, angry, "a");
    assertThat(escalations.step(EscalationState.START, input, NOW))
        .isEqualTo(escalations.step(EscalationState.START, input, NOW));
  }
}
