package org.cordboard.sim.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.sim.faults.Fault;
import org.cordboard.sim.faults.FaultRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carrier's own SDK, over a real socket, finds what it expects: calls and conferences. */
class CarrierSdkTest {
  private SdkWorld world;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    world = new SdkWorld(folder, "dialing.setup = 60s");
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  private Call dial() {
    return Call.creator(SdkWorld.AGENT, SdkWorld.LINE, new Twiml("<Response><Pause/></Response>"))
        .setStatusCallbackEvent(List.of("initiated", "answered"))
        .setTimeout(20)
        .create(world.sdk);
  }

  private static ApiException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    List<ApiException> caught = new ArrayList<>();
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(ApiException.class, failure -> caught.add(failure));
    return caught.get(0);
  }

  @Test
  void callIsCreatedReadListedAndCanceled() {
    Call created = dial();
    assertThat(created.getSid()).startsWith("CA");
    assertThat(created.getStatus()).isEqualTo(Call.Status.QUEUED);
    assertThat(created.getDirection()).isEqualTo("outbound-api");
    assertThat(Call.fetcher(created.getSid()).fetch(world.sdk).getTo()).isEqualTo("+15550100009");
    assertThat(Call.reader().setTo(SdkWorld.AGENT).read(world.sdk)).hasSize(1);
    Call canceled =
        Call.updater(created.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(world.sdk);
    assertThat(canceled.getStatus()).isEqualTo(Call.Status.CANCELED);
    assertThat(canceled.getEndTime()).isNotNull();
    ApiException late =
        refused(
            () ->
                Call.updater(created.getSid())
                    .setTwiml(new Twiml("<Response/>"))
                    .update(world.sdk));
    assertThat(late.getCode()).isEqualTo(21220);
    assertThat(late.getStatusCode()).isEqualTo(400);
  }

  /** What the gateway asks for when it rings an agent. */
  @Test
  void callWithADocumentsUrlAndAllProgressIsTaken() {
    Call created =
        Call.creator(SdkWorld.AGENT, SdkWorld.LINE, URI.create("https://gw.example.com/brief?o=1"))
            .setTimeout(20)
            .setStatusCallback(URI.create("https://gw.example.com/leg?o=1#rc=2"))
            .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
            .setMachineDetection("Enable")
            .create(world.sdk);
    assertThat(created.getStatus()).isEqualTo(Call.Status.QUEUED);
    Call ended =
        Call.updater(created.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(world.sdk);
    assertThat(ended.getStatus()).isEqualTo(Call.Status.CANCELED);
    ApiException gone =
        refused(
            () ->
                Call.updater(created.getSid())
                    .setStatus(Call.UpdateStatus.COMPLETED)
                    .update(world.sdk));
    assertThat(gone.getCode()).isEqualTo(21220);
  }

  @Test
  void callsAreFilteredByTimeAndStatus() {
    Call created = dial();
    ZonedDateTime hourAgo =
        created.getDateCreated().minusHours(1).withZoneSameInstant(ZoneOffset.UTC);
    assertThat(Call.reader().setStartTimeAfter(hourAgo).read(world.sdk)).hasSize(1);
    assertThat(Call.reader().setStartTimeBefore(hourAgo).read(world.sdk)).isEmpty();
    assertThat(Call.reader().setStatus(Call.Status.COMPLETED).read(world.sdk)).isEmpty();
    assertThat(Call.reader().setParentCallSid("CA" + "9".repeat(32)).read(world.sdk)).isEmpty();
    assertThat(Call.reader().setEndTimeAfter(hourAgo).read(world.sdk)).isEmpty();
  }

  @Test
  void endedCallIsDeletedAndALiveOneIsNot() {
    Call created = dial();
    ApiException early = refused(() -> Call.deleter(created.getSid()).delete(world.sdk));
    assertThat(early.getStatusCode()).isEqualTo(409);
    Call.updater(created.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(world.sdk);
    assertThat(Call.deleter(created.getSid()).delete(world.sdk)).isTrue();
    assertThat(refused(() -> Call.fetcher(created.getSid()).fetch(world.sdk)).getCode())
        .isEqualTo(20404);
  }

  @Test
  void readerWalksThePagesAndNewCallsDoNotShiftThem() {
    List<String> dialled = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      dialled.add(0, dial().getSid());
    }
    List<String> read = new ArrayList<>();
    for (Call call : Call.reader().setFrom(SdkWorld.LINE).pageSize(2).read(world.sdk)) {
      read.add(call.getSid());
      if (read.size() == 1) {
        dial();
      }
    }
    assertThat(read).isEqualTo(dialled);
    assertThat(Call.reader().limit(3).read(world.sdk)).hasSize(3);
    var first = Call.reader().pageSize(4).firstPage(world.sdk);
    var second = Call.reader().nextPage(first, world.sdk);
    assertThat(second.getRecords()).hasSize(2);
    assertThat(Call.reader().previousPage(second, world.sdk).getRecords())
        .extracting(Call::getSid)
        .containsExactlyElementsOf(first.getRecords().stream().map(Call::getSid).toList());
  }

  @Test
  void conferenceIsFoundByNameAcrossPages() {
    for (int i = 0; i < 3; i++) {
      Participant added =
          Participant.creator("room-" + i, SdkWorld.LINE, SdkWorld.AGENT)
              .setLabel("agent")
              .setEarlyMedia(false)
              .setEndConferenceOnExit(true)
              .setStatusCallbackMethod(HttpMethod.GET)
              .create(world.sdk);
      assertThat(added.getLabel()).isEqualTo("agent");
      assertThat(added.getStatus()).isEqualTo(Participant.Status.QUEUED);
    }
    assertThat(Conference.reader().pageSize(2).read(world.sdk)).hasSize(3);
    Conference found =
        Conference.reader().setFriendlyName("room-1").read(world.sdk).iterator().next();
    assertThat(found.getStatus()).isEqualTo(Conference.Status.INIT);
    Conference ended =
        Conference.updater(found.getSid())
            .setStatus(Conference.UpdateStatus.COMPLETED)
            .update(world.sdk);
    assertThat(ended.getStatus()).isEqualTo(Conference.Status.COMPLETED);
    assertThat(
            Conference.reader()
                .setStatus(Conference.Status.INIT)
                .setDateCreated(found.getDateCreated().toLocalDate())
                .read(world.sdk))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "+15005550001, 21217, 21211",
    "+15005550002, 21214, 21612",
    "+15005550003, 21215, 21408",
    "+15005550004, 21216, 21610"
  })
  void barredNumberIsRefusedWithTheCarriersCode(String to, int calling, int texting) {
    PhoneNumber barred = new PhoneNumber(to);
    ApiException call =
        refused(
            () -> Call.creator(barred, SdkWorld.LINE, new Twiml("<Response/>")).create(world.sdk));
    assertThat(call.getCode()).isEqualTo(calling);
    assertThat(call.getStatusCode()).isEqualTo(400);
    ApiException text =
        refused(() -> Message.creator(barred, SdkWorld.LINE, "Hello").create(world.sdk));
    assertThat(text.getCode()).isEqualTo(texting);
    assertThat(text.getMoreInfo()).endsWith("/" + texting);
  }

  @Test
  void plannedRefusalHasTheCodeThatWasAskedFor() {
    world.plan(FaultRule.next(1, Fault.refused(10004)));
    ApiException full = refused(this::dial);
    assertThat(full.getCode()).isEqualTo(10004);
    assertThat(full.getStatusCode()).isEqualTo(400);
  }

  @Test
  void takenLabelIsRefused() {
    Participant.creator("room", SdkWorld.LINE, SdkWorld.AGENT).setLabel("ai").create(world.sdk);
    ApiException taken =
        refused(
            () ->
                Participant.creator("room", SdkWorld.LINE, SdkWorld.AGENT)
                    .setLabel("ai")
                    .create(world.sdk));
    assertThat(taken.getCode()).isEqualTo(16025);
    assertThat(taken.getStatusCode()).isEqualTo(400);
  }

  @Test
  void errorsCarryStatusAndCode() {
    ApiException unknown = refused(() -> Call.fetcher("CA" + "0".repeat(32)).fetch(world.sdk));
    assertThat(unknown.getCode()).isEqualTo(20404);
    assertThat(unknown.getStatusCode()).isEqualTo(404);
    assertThat(unknown.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/20404");
    ApiException invalid =
        refused(
            () ->
                Call.creator(new PhoneNumber("12"), SdkWorld.LINE, new Twiml("<Response/>"))
                    .create(world.sdk));
    assertThat(invalid.getCode()).isEqualTo(21211);
    ApiException stranger =
        refused(
            () ->
                Call.fetcher("CA1")
                    .fetch(SdkClients.single(world.server.port(), SdkClients.ACCOUNT, "guess")));
    assertThat(stranger.getStatusCode()).isEqualTo(401);
    assertThat(stranger.getCode()).isEqualTo(20003);
    world.plan(FaultRule.next(1, Fault.of(Fault.Kind.TOO_MANY)));
    assertThat(refused(this::dial).getStatusCode()).isEqualTo(429);
    assertThat(dial().getSid()).isNotEmpty();
  }

  @Test
  void faultsArePlannedOverTheSamePortButNotByAPageInABrowser() throws Exception {
    assertThat(plan("{\"fault\":503,\"method\":\"POST\"}", "Accept", "*/*")).isEqualTo(201);
    assertThat(refused(this::dial).getStatusCode()).isEqualTo(503);
    assertThat(dial().getSid()).isNotEmpty();
    assertThat(plan("{\"fault\":503}", "Origin", "https://evil.example.com")).isEqualTo(403);
  }

  private int plan(String rule, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + world.server.port() + "/simulator/faults"))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(rule))
            .build();
    return java.net.http.HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
