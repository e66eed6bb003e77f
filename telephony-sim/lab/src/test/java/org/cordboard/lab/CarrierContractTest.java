package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.gateway.call.CallerPlace;
import org.cordboard.gateway.twilio.StreamGrants;
import org.cordboard.gateway.twilio.TwilioCallControl;
import org.cordboard.gateway.twilio.TwilioCarrier;
import org.cordboard.gateway.twilio.TwilioSettings;
import org.cordboard.handoff.CarrierRefusal;
import org.cordboard.handoff.TransferTarget;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.carrier.CallView;
import org.cordboard.sim.carrier.Instructions;
import org.cordboard.sim.carrier.NewCall;
import org.cordboard.sim.carrier.RoomView;
import org.cordboard.sim.faults.Fault;
import org.cordboard.sim.faults.FaultRule;
import org.cordboard.sim.party.Party;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request that the gateway makes of the carrier, by its own code, over a real socket. */
class CarrierContractTest {
  private static final String LINE = "+15550100002";
  private static final String AGENT = "+15550100009";
  private static final String OTHER = "+15550100010";
  private static final TransferTarget SAM = new TransferTarget("sam", "Sam", AGENT, Set.of());

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private CompletableFuture<String> answered = new CompletableFuture<>();
  private SimServer server;
  private TwilioCarrier carrier;

  @BeforeEach
  void start() throws Exception {
    Settings settings =
        Settings.parse("sim { port = 0, dialing.setup = 0ms, data-dir = \"" + folder + "\" }");
    server =
        of(
            SimServer.start(
                settings.bind("sim", SimSettings.class), vertx, SpeechParts.synthesizer(settings)));
    server.carrier().subscribe(AGENT, (from, to) -> new Silent());
    carrier = carrier(Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    carrier.close();
    of(server.close());
    of(vertx.close());
  }

  private static <T> T of(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private TwilioCarrier carrier(Map<String, String> given) {
    Map<String, String> set = new HashMap<>();
    set.put("gateway.twilio.api-url", "http://127.0.0.1:" + server.port());
    set.put("gateway.twilio.request-timeout", "1500ms");
    set.putAll(given);
    TwilioSettings settings =
        Settings.load(null, Map.of(), set).bind("gateway.twilio", TwilioSettings.class);
    StreamGrants grants =
        new StreamGrants() {
          @Override
          public String listen(CallId call) {
            return "listen-token";
          }

          @Override
          public String resume(CallId call) {
            return "resume-token";
          }
        };
    return TwilioCarrier.open(settings, "", grants);
  }

  /** What one request yields. */
  private <T> T ask(String call, Asking<T> what) throws Exception {
    return ask(carrier, call, what);
  }

  private <T> T ask(TwilioCarrier by, String call, Asking<T> what) throws Exception {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    server
        .loop()
        .run(
            () ->
                what.of(
                    by.callControl(new CallId(call), server.loop()),
                    Completion.of(outcome::complete, outcome::completeExceptionally)));
    try {
      return outcome.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw (Exception) failed.getCause();
    }
  }

  private boolean did(String call, Asking<Boolean> what) throws Exception {
    return ask(call, what);
  }

  private interface Asking<T> {
    void of(TwilioCallControl control, Completion<T> then);
  }

  private static Asking<CallerPlace> whereabouts(String room) {
    return (control, then) -> control.whereabouts(room, then);
  }

  private static Asking<String> dialling() {
    return (control, then) -> control.dial(new CallId("call-1"), "offer-1", SAM, then);
  }

  private <T> T onLoop(java.util.function.Supplier<T> look) throws Exception {
    CompletableFuture<T> seen = new CompletableFuture<>();
    server.loop().run(() -> seen.complete(look.get()));
    return seen.get(30, TimeUnit.SECONDS);
  }

  private List<CallView> calls() throws Exception {
    return onLoop(() -> server.carrier().calls().list(call -> true));
  }

  private void fault(Fault fault) throws Exception {
    onLoop(
        () -> {
          server.faults().add(FaultRule.next(9, fault));
          return true;
        });
  }

  private int failed() throws Exception {
    return onLoop(() -> server.faults().standing().get(0).failed());
  }

  /** Somebody whose call lasts until it is ended. */
  private String live() throws Exception {
    onLoop(
        () ->
            server
                .carrier()
                .calls()
                .create(
                    new NewCall(
                        LINE,
                        AGENT,
                        new Instructions.Twiml("<Response><Pause length=\"60\"/></Response>"),
                        "",
                        "",
                        "POST",
                        Set.of(),
                        Duration.ofSeconds(20))));
    return answered.get(30, TimeUnit.SECONDS);
  }

  @Test
  void agentIsDialledAndTheLegEndedInWhateverState() throws Exception {
    String leg = ask("call-1", dialling());
    assertThat(calls()).extracting(CallView::sid).containsExactly(leg);
    assertThat(calls().get(0).to()).isEqualTo(AGENT);
    assertThat(calls().get(0).from()).isEqualTo(LINE);
    assertThat(did("call-1", (control, then) -> control.endLeg(leg, then))).isTrue();
    assertThat(calls().get(0).status().terminal()).isTrue();
    assertThat(did("call-1", (control, then) -> control.endLeg(leg, then))).isFalse();
    assertThat(did("call-1", (control, then) -> control.endLeg("CA" + "0".repeat(32), then)))
        .isFalse();
  }

  @Test
  void callerIsMovedIntoARoomBroughtBackAndHungUp() throws Exception {
    String sid = live();
    CallId call = new CallId(sid);
    assertThat(did(sid, (control, then) -> control.moveCaller(call, "xfer-1", then))).isTrue();
    assertThat(onLoop(() -> server.carrier().conferences().list(room -> true)))
        .extracting(RoomView::name)
        .containsExactly("xfer-1");
    assertThat(did(sid, (control, then) -> control.returnCaller(call, then))).isTrue();
    assertThat(
            did(sid, (control, then) -> control.redirect(new CallAnswer.Goodbye("Goodbye"), then)))
        .isTrue();
    assertThat(did(sid, (control, then) -> control.hangUp(then))).isTrue();
    assertThat(did(sid, (control, then) -> control.hangUp(then))).isFalse();
    assertThat(did(sid, (control, then) -> control.returnCaller(call, then))).isFalse();
  }

  @Test
  void carrierTellsWhereACallerIsAndSendsBothVoices() throws Exception {
    String sid = live();
    CallId call = new CallId(sid);
    Asking<CallerPlace> where = whereabouts("xfer-1");
    assertThat(ask(sid, where)).isEqualTo(CallerPlace.ALONE);
    assertThat(did(sid, (control, then) -> control.moveCaller(call, "xfer-1", then))).isTrue();
    assertThat(ask(sid, where)).isEqualTo(CallerPlace.ALONE);
    assertThat(did(sid, TwilioCallControl::listen)).isTrue();

    answered = new CompletableFuture<>();
    String person = live();
    String room = "<Response><Dial><Conference>xfer-1</Conference></Dial></Response>";
    onLoop(() -> server.carrier().calls().redirect(person, new Instructions.Twiml(room)));
    assertThat(ask(sid, where)).isEqualTo(CallerPlace.WITH_PERSON);
    assertThat(ask(person, whereabouts("xfer-2"))).isEqualTo(CallerPlace.ALONE);

    assertThat(did(sid, (control, then) -> control.hangUp(then))).isTrue();
    assertThat(ask(sid, where)).isEqualTo(CallerPlace.GONE);
    assertThat(did(sid, TwilioCallControl::listen)).isFalse();
    assertThat(ask("CA" + "0".repeat(32), where)).isEqualTo(CallerPlace.GONE);
  }

  /** What a document on the caller's leg has dialled is a leg whose parent is the caller's. */
  @Test
  void carrierTellsOfAPersonWhomItDialledByItself() throws Exception {
    CompletableFuture<Party.Line> rings = new CompletableFuture<>();
    server
        .carrier()
        .subscribe(
            OTHER,
            (from, to) ->
                new Silent() {
                  @Override
                  public void ringing(Line line) {
                    rings.complete(line);
                  }
                });
    String sid = live();
    String dial = "<Response><Dial>" + OTHER + "</Dial><Pause length=\"60\"/></Response>";
    onLoop(() -> server.carrier().calls().redirect(sid, new Instructions.Twiml(dial)));
    Party.Line line = rings.get(30, TimeUnit.SECONDS);
    assertThat(ask(sid, whereabouts(""))).isEqualTo(CallerPlace.RINGING_OTHER);
    onLoop(
        () -> {
          line.answer();
          return true;
        });
    assertThat(ask(sid, whereabouts(""))).isEqualTo(CallerPlace.WITH_OTHER);
    assertThat(ask(sid, whereabouts("xfer-1"))).isEqualTo(CallerPlace.WITH_OTHER);
    onLoop(
        () -> {
          line.hangUp();
          return true;
        });
    assertThat(ask(sid, whereabouts(""))).isEqualTo(CallerPlace.ALONE);
  }

  @Test
  void carrierThatFailsDoesNotSayWhereACallerIs() throws Exception {
    fault(Fault.of(Fault.Kind.SERVER_ERROR));
    assertThatThrownBy(() -> ask("CA" + "0".repeat(32), whereabouts("xfer-1")))
        .hasMessageContaining("HTTP 500");
  }

  @Test
  void numberThatIsNotOursIsARefusal() {
    TwilioCarrier foreign = carrier(Map.of("gateway.twilio.from-number", "+15550199999"));
    refused(foreign, "21210");
  }

  /** By the carrier's magic numbers; the ledger gets the few words, the log what to do. */
  @ParameterizedTest
  @CsvSource({
    "+15005550001, there is no such telephone number, desk.conf",
    "+15005550002, cannot be reached, desk.conf",
    "+15005550003, country or range are not permitted, Geo permissions",
    "+15005550004, blocked for this account, desk.conf"
  })
  void numberThatTheAccountMayNotCallIsARefusalThatSaysWhatToDo(
      String number, String why, String fix) throws Exception {
    TransferTarget far = new TransferTarget("kim", "Kim", number, Set.of());
    assertThatThrownBy(
            () ->
                ask(
                    "call-1",
                    (TwilioCallControl control, Completion<String> then) ->
                        control.dial(new CallId("call-1"), "offer-1", far, then)))
        .isInstanceOfSatisfying(
            CarrierRefusal.class, refusal -> assertThat(refusal.why()).contains(why))
        .hasMessageContaining("kim of the desk")
        .hasMessageContaining(fix)
        .hasMessageNotContaining(number);
    assertThat(calls()).isEmpty();
  }

  @Test
  void wrongTokenIsARefusalThatNamesTheSetting() {
    refused(carrier(Map.of("gateway.twilio.auth-token", "guess")), "gateway.twilio.auth-token");
  }

  private void refused(TwilioCarrier by, String words) {
    try (by) {
      assertThatThrownBy(() -> ask(by, "call-1", dialling()))
          .isInstanceOf(CarrierRefusal.class)
          .hasMessageContaining(words);
    }
  }

  @Test
  void tooManyRequestsAreARefusal() throws Exception {
    fault(Fault.of(Fault.Kind.TOO_MANY).retryAfter(1));
    refusedNow();
    assertThat(failed()).isEqualTo(1);
  }

  private void refusedNow() {
    assertThatThrownBy(() -> ask("call-1", dialling())).isInstanceOf(CarrierRefusal.class);
  }

  @Test
  void serverErrorIsAskedOnceAndLeavesItOpen() throws Exception {
    for (Fault.Kind kind :
        List.of(Fault.Kind.SERVER_ERROR, Fault.Kind.UNAVAILABLE, Fault.Kind.NONSENSE)) {
      onLoop(
          () -> {
            server.faults().clear();
            return true;
          });
      fault(Fault.of(kind));
      open();
      assertThat(failed()).isEqualTo(1);
    }
    assertThat(calls()).isEmpty();
  }

  @Test
  void lostAnswerLeavesItOpenAndTheLegExists() throws Exception {
    fault(Fault.of(Fault.Kind.HANG).after());
    open();
    assertThat(calls()).hasSize(1);
    assertThat(failed()).isEqualTo(1);
  }

  private void open() {
    assertThatThrownBy(() -> ask("call-1", dialling())).isNotInstanceOf(CarrierRefusal.class);
  }

  /** Picks up at once and says nothing. */
  private class Silent implements Party {
    private final Consumer<String> up = sid -> answered.complete(sid);

    @Override
    public void ringing(Line line) {
      line.answer();
    }

    @Override
    public void connected(Line line) {
      up.accept(line.sid());
    }

    @Override
    public byte[] say() {
      return null;
    }

    @Override
    public void hear(byte[] mulaw) {}

    @Override
    public void ended(String cause) {}
  }
}
