package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.scenario.Moment;
import org.cordboard.sim.scenario.ScenarioResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls over real sockets, with a real store and scripted speech. */
class CallOverSocketsTest {
  private static final String BAD_CALL = "CA00000000000000000000000000000bad";
  private static final Consumer<Moment> UNHEEDED = moment -> {};

  @TempDir Path folder;
  private Loopback loopback;

  @BeforeEach
  void open() throws Exception {
    loopback = new Loopback(folder);
  }

  @AfterEach
  void close() {
    loopback.close();
  }

  /** A moment to wait for. */
  private static final class Seen implements Consumer<Moment> {
    private final Predicate<Moment> wanted;
    private final CompletableFuture<Void> seen = new CompletableFuture<>();

    Seen(String who, PersonNote.Kind kind) {
      this.wanted = moment -> moment.who().equals(who) && moment.note().kind() == kind;
    }

    @Override
    public void accept(Moment moment) {
      if (wanted.test(moment)) {
        seen.complete(null);
      }
    }

    void await() throws Exception {
      seen.get(Loopback.LIMIT_S, TimeUnit.SECONDS);
    }
  }

  private static void assertPassed(ScenarioResult result) {
    assertThat(result.failures()).as(result.timeline().toString()).isEmpty();
  }

  @Test
  void callGoesToAPersonWhileOthersMisbehave() throws Exception {
    Seen talking = new Seen("caller", PersonNote.Kind.CONNECTED);
    CompletableFuture<ScenarioResult> call = loopback.play("person", talking);
    talking.await();
    Intruder intruder = new Intruder(loopback);

    wrongSignaturesAreForbidden(intruder);
    unknownTokenIsRefused(intruder);
    brokenFramesAreSkippedAndAnOversizeOneEndsItsSocket(intruder);

    assertPassed(call.join());
  }

  private static void wrongSignaturesAreForbidden(Intruder intruder) throws Exception {
    Map<String, String> form = Map.of("CallSid", BAD_CALL, "From", "+1555", "To", "+15550100002");
    assertThat(intruder.post("/twilio/voice", form, "guessed").statusCode()).isEqualTo(403);
    assertThatThrownBy(() -> intruder.socket("guessed"))
        .hasCauseInstanceOf(UpgradeRejectedException.class)
        .hasMessageContaining("403");
  }

  private static void unknownTokenIsRefused(Intruder intruder) throws Exception {
    WebSocket socket = intruder.socket(Loopback.TOKEN);
    CompletableFuture<Short> closed = Intruder.closed(socket);
    socket.writeTextMessage(Intruder.start(BAD_CALL, "guessed"));
    assertThat(closed.get()).isEqualTo((short) 1008);
  }

  private static void brokenFramesAreSkippedAndAnOversizeOneEndsItsSocket(Intruder intruder)
      throws Exception {
    String token = intruder.callAndTakeToken(BAD_CALL);
    WebSocket socket = intruder.socket(Loopback.TOKEN);
    CompletableFuture<Short> closed = Intruder.closed(socket);
    CompletableFuture<String> greeted = Intruder.heard(socket, "\"media\"");
    socket.writeTextMessage("{\"event\":");
    socket.writeTextMessage(Intruder.start(BAD_CALL, token));
    socket.writeTextMessage(
        "{\"event\":\"media\",\"media\":{\"track\":\"inbound\",\"timestamp\":\"20\","
            + "\"payload\":\"****\"}}");
    assertThat(greeted.get()).as("the stream goes on").contains("payload");
    assertThat(closed).isNotDone();

    socket.writeTextMessage("x".repeat(200_000));
    closed.get();
    intruder.post(
        "/twilio/status", Map.of("CallSid", BAD_CALL, "CallStatus", "completed"), Loopback.TOKEN);
  }

  @Test
  void callSurvivesTheLossOfItsStore() throws Exception {
    assertPassed(loopback.play("store-dies", UNHEEDED).join());
  }

  @Test
  void stoppedGatewayLeavesAnOutcomeAndSendsTheCallerToAPerson() throws Exception {
    Seen helped = new Seen("caller", PersonNote.Kind.SAID);
    Seen person = new Seen("Fallback", PersonNote.Kind.CONNECTED);
    loopback.play("stopped", helped.andThen(person));
    helped.await();

    loopback.stopGateway();
    person.await();

    List<LedgerEntry> ledger = loopback.storedLedger();
    assertThat(ledger).extracting(LedgerEntry::type).contains("CallOffered", "NoticeHeard");
    assertThat(ledger)
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.type()).isEqualTo("CallEnded");
              assertThat(entry.body().toString()).contains("STOPPED").contains("\"US\"");
            });
  }
}
