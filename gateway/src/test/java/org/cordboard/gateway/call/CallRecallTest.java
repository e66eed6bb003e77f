package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.MemoryLedgerStore;
import org.cordboard.gateway.Parts;
import org.cordboard.gateway.twilio.CarrierLine;
import org.cordboard.gateway.twilio.KnownTokens;
import org.cordboard.gateway.twilio.TwilioCarrier;
import org.cordboard.gateway.twilio.TwilioSettings;
import org.cordboard.handoff.Handoff;
import org.cordboard.handoff.HandoffEvent;
import org.cordboard.handoff.HandoffSettings;
import org.cordboard.handoff.StaticDesk;
import org.cordboard.handoff.TransferDriver;
import org.cordboard.handoff.TransferListener;
import org.cordboard.handoff.TransferTarget;
import org.junit.jupiter.api.Test;

/** Who was left by a process, and went to the number's fallback meanwhile. */
class CallRecallTest {
  private static final CallId CALL = new CallId("CA00000000000000000000000000000002");
  private static final String LEG = "CA0000000000000000000000000000000b";
  private static final LedgerCodec CODEC = Parts.events();

  private final ManualClock clock = new ManualClock();
  private final CallLedger ledger = new MemoryLedgerStore(CODEC).open(CALL, clock);
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private String callerIs = "in-progress";
  private String childIs = "";

  private void recall() {
    TwilioCarrier carrier =
        TwilioCarrier.open(
            TwilioSettings.from(
                Settings.parse(
                    "gateway.twilio { account-sid = AC00000000000000000000000000000001,"
                        + " auth-token = test, public-url = \"https://gw.example.com\" }")),
            "",
            KnownTokens.INSTANCE,
            this::answer,
            new InlineWorkers("carrier"));
    Settings none = Settings.parse("");
    TransferTarget sam = new TransferTarget("sam", "Sam", "+15550100009", Set.of());
    var control = carrier.callControl(CALL, clock);
    TransferDriver transfer =
        new Handoff(
                new StaticDesk(List.of(sam), Duration.ofHours(1), clock),
                CODEC,
                HandoffSettings.from(none))
            .forCall(control, ledger, clock, new Unheeding());
    new CallRecall(
            ledger,
            control,
            transfer,
            clock,
            new CallRecall.Fate(
                () -> !told.contains("gone"), () -> told.add("gone"), () -> told.add("talking")))
        .begin();
  }

  private CarrierLine.Answer answer(CarrierLine.Ask ask) {
    String path = ask.uri().getPath().replaceFirst(".*/Accounts/AC0*1/", "");
    asked.add(ask.method() + " " + path + " " + first(ask.body()));
    boolean list = path.equals("Calls.json");
    if (list) {
      assertThat(ask.uri().getQuery()).contains("ParentCallSid=" + CALL);
    }
    String child = "{\"sid\":\"" + LEG + "\",\"status\":\"" + childIs + "\"}";
    String body =
        list
            ? "{\"calls\":[" + (childIs.isEmpty() ? "" : child) + "]}"
            : "{\"sid\":\"" + CALL + "\",\"status\":\"" + callerIs + "\"}";
    return new CarrierLine.Answer(200, body);
  }

  private static String first(String form) {
    return URLDecoder.decode(form, StandardCharsets.UTF_8).replaceFirst("=.*", "");
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  private List<Object> written() {
    return ledger.entries().stream().<Object>map(entry -> CODEC.decode(entry).get()).toList();
  }

  @Test
  void callerWhoTalksWithTheFallbackPersonIsLeftThereToTheEnd() {
    childIs = "in-progress";
    recall();
    pass(120);
    assertThat(written()).containsExactly(new GatewayEvent.CallerElsewhere(true));
    assertThat(told).containsExactly("talking");
    assertThat(asked).doesNotContain(redirect());
    assertThat(asked)
        .filteredOn(each -> each.contains("/Streams.json"))
        .as("their talk is transcribed")
        .hasSize(1);
    callerIs = "completed";
    pass(60);
    assertThat(told).containsExactly("talking", "gone");
    assertThat(clock.pending()).isZero();
  }

  @Test
  void callerForWhomTheFallbackRingsIsLeftAndThenSeenTalking() {
    childIs = "ringing";
    recall();
    pass(4);
    assertThat(told).isEmpty();
    childIs = "in-progress";
    pass(10);
    assertThat(written())
        .containsExactly(
            new GatewayEvent.CallerElsewhere(false), new GatewayEvent.CallerElsewhere(true));
    assertThat(told).containsExactly("talking");
    assertThat(asked).doesNotContain(redirect());
  }

  @Test
  void callerWhomNobodyAnswersIsFetched() {
    childIs = "ringing";
    recall();
    pass(4);
    childIs = "no-answer";
    pass(10);
    assertThat(asked).last().isEqualTo(redirect());
  }

  @Test
  void callerWhoIsAloneIsFetchedAtOnce() {
    recall();
    pass(2);
    assertThat(asked).last().isEqualTo(redirect());
    assertThat(written()).isEmpty();
  }

  @Test
  void callerWhoseLegWasNeverAnsweredIsLeftWithTheFallbackToo() {
    callerIs = "ringing";
    childIs = "ringing";
    recall();
    pass(2);
    assertThat(written()).containsExactly(new GatewayEvent.CallerElsewhere(false));
    childIs = "busy";
    pass(10);
    assertThat(told).containsExactly("gone");
  }

  @Test
  void ourOwnPersonIsNotRungAnyMoreForACallerWhoHasOne() {
    ledger.append(new HandoffEvent.TransferStarted("t1", "R14", "asked", false, ""));
    ledger.append(new HandoffEvent.DialIntended("t1", CALL + "-o1", "sam", "Sam"));
    ledger.append(new HandoffEvent.LegDialed(CALL + "-o1", LEG));
    childIs = "in-progress";
    recall();
    pass(2);
    assertThat(asked).contains("POST Calls/" + LEG + ".json Status");
    assertThat(asked).doesNotContain(redirect());
    assertThat(told).containsExactly("talking");
  }

  private static String redirect() {
    return "POST Calls/" + CALL + ".json Twiml";
  }

  private static final class Unheeding implements TransferListener {
    @Override
    public void bridged(String name) {}

    @Override
    public void returned(String reason) {}

    @Override
    public void letGo() {}
  }
}
