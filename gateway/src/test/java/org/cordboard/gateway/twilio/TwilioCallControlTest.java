package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cordboard.config.Completion;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.cordboard.handoff.CarrierRefusal;
import org.cordboard.handoff.TransferTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioCallControlTest {
  private static final String CALL = "CA00000000000000000000000000000002";
  private static final String ACCOUNT =
      "/2010-04-01/Accounts/AC00000000000000000000000000000001/Calls";
  private static final TransferTarget SAM =
      new TransferTarget("sam", "Sam", "+15550100009", Set.of());

  private final List<Object> answers = new ArrayList<>();

  private <T> Completion<T> then() {
    return Completion.of(answers::add, answers::add);
  }

  private static TwilioCallControl control(String origin) {
    TwilioSettings settings = TestSettings.with("api-url = \"" + origin + "\"");
    TwilioCarrier.Shared shared =
        new TwilioCarrier.Shared(
            new CarrierApi(settings, CarrierLine.network(settings)),
            new InlineWorkers("carrier"),
            new OfferReplies(),
            KnownTokens.INSTANCE,
            new TwiML(settings),
            new RoomTwiML(settings));
    return new TwilioCallControl(shared, new CallId(CALL), new ManualClock());
  }

  @Test
  void dialNamesTheOfferInEveryAddress() throws Exception {
    try (TinyCarrier carrier = new TinyCarrier(201, TinyCarrier.CALL_JSON)) {
      control(carrier.origin()).dial(new CallId(CALL), CALL + "-o1", SAM, then());
      assertThat(answers).containsExactly("CA0000000000000000000000000000000a");
      String request = carrier.requests.get(0);
      assertThat(request)
          .startsWith("POST " + ACCOUNT + ".json ")
          .contains("To=+15550100009", "From=+15550100002", "Timeout=20")
          .contains("Url=https://gw.example.com/twilio/offer/brief?call=" + CALL + "&offer=" + CALL)
          .contains("StatusCallback=https://gw.example.com/twilio/offer/status?call=" + CALL)
          .contains("StatusCallbackEvent=initiated", "StatusCallbackEvent=ringing")
          .contains("StatusCallbackEvent=answered", "StatusCallbackEvent=completed")
          .doesNotContain("MachineDetection");
      assertThat(carrier.authorizations.get(0)).startsWith("Basic ");
    }
  }

  @Test
  void noAnswerIsAskedForTwice() throws Exception {
    for (int status : new int[] {429, 500, 502, 503, 504}) {
      try (TinyCarrier carrier = new TinyCarrier(status, TinyCarrier.error(status, 20500))) {
        control(carrier.origin()).dial(new CallId(CALL), "o1", SAM, then());
        assertThat(carrier.requests).as("HTTP " + status).hasSize(1);
      }
    }
  }

  @Test
  void refusalIsCertainAndQuotesNoNumber() throws Exception {
    try (TinyCarrier carrier = new TinyCarrier(400, TinyCarrier.error(400, 21211))) {
      control(carrier.origin()).dial(new CallId(CALL), "o1", SAM, then());
      assertThat(answers.get(0)).isInstanceOf(CarrierRefusal.class);
      assertThat(answers.get(0).toString()).contains("21211").doesNotContain("+1555");
    }
  }

  /** The person is named by the desk's id; the words say what to do. */
  @ParameterizedTest
  @CsvSource({
    "21215, Geo permissions",
    "21216, blocked",
    "21217, desk.conf",
    "21219, trial",
    "21210, gateway.twilio.from-number",
    "10004, limit",
    "20999, twilio.com/docs/errors/20999"
  })
  void refusedDialSaysWhoseNumberItIsAndWhatToDo(int code, String words) throws Exception {
    try (TinyCarrier carrier = new TinyCarrier(400, TinyCarrier.error(400, code))) {
      control(carrier.origin()).dial(new CallId(CALL), "o1", SAM, then());
    }
    assertThat(answers.get(0))
        .isInstanceOfSatisfying(
            CarrierRefusal.class,
            refusal -> {
              assertThat(refusal)
                  .hasMessageStartingWith("the carrier refused to ring sam of the desk (" + code)
                  .hasMessageContaining(words);
              assertThat(refusal.getMessage() + refusal.why()).doesNotContain("+1555");
              assertThat(refusal.why()).isNotEmpty();
            });
  }

  @Test
  void wrongCredentialsNameTheSettings() throws Exception {
    try (TinyCarrier carrier = new TinyCarrier(401, TinyCarrier.error(401, 20003))) {
      control(carrier.origin()).hangUp(then());
      assertThat(answers.get(0).toString()).contains("gateway.twilio.auth-token");
    }
  }

  @Test
  void serverErrorAndBrokenConnectionLeaveItOpen() throws Exception {
    try (TinyCarrier failing = new TinyCarrier(503, TinyCarrier.error(503, 20503));
        TinyCarrier breaking = new TinyCarrier(0, "")) {
      control(failing.origin()).dial(new CallId(CALL), "o1", SAM, then());
      control(breaking.origin()).dial(new CallId(CALL), "o1", SAM, then());
    }
    assertThat(answers)
        .hasSize(2)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(CarrierRefusal.class));
  }

  @Test
  void carrierThatCannotBeReachedHasCertainlyNotDialled() throws Exception {
    String origin;
    try (TinyCarrier gone = new TinyCarrier(200, "")) {
      origin = gone.origin();
    }
    control(origin).dial(new CallId(CALL), "o1", SAM, then());
    assertThat(answers.get(0)).isInstanceOf(CarrierRefusal.class);
    assertThat(answers.get(0).toString()).contains("gateway.twilio.api-url");
  }

  @Test
  void legThatHasEndedAlreadyIsNotAnError() throws Exception {
    for (int code : new int[] {21220, 20404}) {
      try (TinyCarrier carrier =
          new TinyCarrier(code == 20404 ? 404 : 400, TinyCarrier.error(400, code))) {
        control(carrier.origin()).endLeg("CA0a", then());
      }
    }
    assertThat(answers).containsExactly(false, false);
  }

  @Test
  void callerIsMovedAndReturnedByOneUpdateEach() throws Exception {
    try (TinyCarrier carrier = new TinyCarrier(200, TinyCarrier.CALL_JSON)) {
      TwilioCallControl control = control(carrier.origin());
      control.moveCaller(new CallId(CALL), "xfer-1", then());
      control.returnCaller(new CallId(CALL), then());
      control.hangUp(then());
      assertThat(answers).containsExactly(true, true, true);
      assertThat(carrier.requests.get(0))
          .startsWith("POST " + ACCOUNT + "/" + CALL + ".json Twiml=<?xml")
          .contains("both_tracks", "listen-token", ">xfer-1</Conference>");
      assertThat(carrier.requests.get(1))
          .contains("<Connect><Stream", "resume-token", "name=\"resume\" value=\"true\"");
      assertThat(carrier.requests.get(2)).endsWith("Status=completed");
    }
  }
}
