package org.cordboard.sim.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Notification;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.call.Stream;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cordboard.sim.party.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The carrier's own SDK on live calls: recordings, streams, participants, messages, alerts. */
class ResourcesSdkTest {
  private final CompletableFuture<String> answered = new CompletableFuture<>();
  private final CompletableFuture<String> texted = new CompletableFuture<>();
  private SdkWorld world;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    world = new SdkWorld(folder, "dialing { setup = 0ms }");
    world.server.carrier().subscribe("+15550100009", (from, to) -> new Answering());
    world.onLoop(
        () -> {
          world.server.carrier().messages().onText(text -> texted.complete(text.body()));
          return true;
        });
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  private String live() throws Exception {
    Call.creator(
            SdkWorld.AGENT, SdkWorld.LINE, new Twiml("<Response><Pause length=\"60\"/></Response>"))
        .create(world.sdk);
    return answered.get(30, TimeUnit.SECONDS);
  }

  @Test
  void legThatADocumentDialsIsFoundByItsParent() throws Exception {
    String call = live();
    world.server.carrier().subscribe("+15550100010", (from, to) -> new Answering());
    Call.updater(call)
        .setTwiml(new Twiml("<Response><Dial>+15550100010</Dial></Response>"))
        .update(world.sdk);
    Call child = Call.reader().setParentCallSid(call).read(world.sdk).iterator().next();
    assertThat(child.getParentCallSid()).isEqualTo(call);
    assertThat(child.getDirection()).isEqualTo("outbound-dial");
    assertThat(child.getTo()).isEqualTo("+15550100010");
    assertThat(Call.fetcher(call).fetch(world.sdk).getParentCallSid()).isNull();
    assertThat(Call.reader().setParentCallSid(child.getSid()).read(world.sdk)).isEmpty();
  }

  @Test
  void callIsRecorded() throws Exception {
    String call = live();
    var begun =
        com.twilio.rest.api.v2010.account.call.Recording.creator(call)
            .setRecordingChannels("dual")
            .setTrim("do-not-trim")
            .create(world.sdk);
    assertThat(begun.getChannels()).isEqualTo(2);
    var paused =
        com.twilio.rest.api.v2010.account.call.Recording.updater(
                call,
                begun.getSid(),
                com.twilio.rest.api.v2010.account.call.Recording.Status.PAUSED)
            .setPauseBehavior("skip")
            .update(world.sdk);
    assertThat(paused.getStatus())
        .isEqualTo(com.twilio.rest.api.v2010.account.call.Recording.Status.PAUSED);
    Call.updater(call).setStatus(Call.UpdateStatus.COMPLETED).update(world.sdk);
    Recording kept = Recording.reader().setCallSid(call).read(world.sdk).iterator().next();
    assertThat(kept.getSid()).isEqualTo(begun.getSid());
    assertThat(kept.getSource()).isEqualTo(Recording.Source.START_CALL_RECORDING_API);
    assertThat(kept.getMediaUrl().toString()).endsWith("/Recordings/" + kept.getSid());
    assertThat(Recording.deleter(kept.getSid()).delete(world.sdk)).isTrue();
    assertThat(Recording.reader().read(world.sdk)).isEmpty();
  }

  @Test
  void streamIsStartedAndStopped() throws Exception {
    String call = live();
    Stream started =
        Stream.creator(call, URI.create("wss://127.0.0.1:1/listen"))
            .setName("ear")
            .setTrack(Stream.Track.BOTH_TRACKS)
            .setParameter1Name("tenant")
            .setParameter1Value("7")
            .create(world.sdk);
    assertThat(started.getStatus()).isEqualTo(Stream.Status.IN_PROGRESS);
    assertThat(started.getName()).isEqualTo("ear");
    assertThatThrownBy(
            () -> Stream.updater(call, "other", Stream.UpdateStatus.STOPPED).update(world.sdk))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void participantIsHeldMutedAndRemoved() throws Exception {
    Participant added =
        Participant.creator("room", SdkWorld.LINE, SdkWorld.AGENT)
            .setLabel("agent")
            .setBeep("false")
            .setJitterBufferSize("small")
            .setConferenceRecord("record-from-start")
            .create(world.sdk);
    answered.get(30, TimeUnit.SECONDS);
    String room = added.getConferenceSid();
    Participant held =
        Participant.updater(room, "agent").setHold(true).setMuted(true).update(world.sdk);
    assertThat(held.getHold()).isTrue();
    assertThat(held.getMuted()).isTrue();
    assertThat(held.getStatus()).isEqualTo(Participant.Status.CONNECTED);
    Participant back =
        Participant.updater(room, added.getCallSid())
            .setHold(false)
            .setEndConferenceOnExit(true)
            .setBeepOnExit(true)
            .update(world.sdk);
    assertThat(back.getHold()).isFalse();
    assertThat(back.getEndConferenceOnExit()).isTrue();
    assertThat(Participant.reader(room).setMuted(true).read(world.sdk)).hasSize(1);
    assertThat(Participant.fetcher(room, "agent").fetch(world.sdk).getCoaching()).isFalse();
    assertThat(Participant.deleter(room, "agent").delete(world.sdk)).isTrue();
    assertThatThrownBy(() -> Participant.fetcher(room, "agent").fetch(world.sdk))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void messageArrives() throws Exception {
    Message sent =
        Message.creator(SdkWorld.AGENT, SdkWorld.LINE, "Your order, 4711").create(world.sdk);
    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(sent.getNumSegments()).isEqualTo("1");
    assertThat(texted.get(30, TimeUnit.SECONDS)).isEqualTo("Your order, 4711");
    assertThat(Message.reader().setTo(SdkWorld.AGENT).read(world.sdk)).hasSize(1);
    assertThat(Message.updater(sent.getSid()).setBody("").update(world.sdk).getBody()).isEmpty();
    assertThatThrownBy(
            () -> Message.creator(new PhoneNumber("12"), SdkWorld.LINE, "x").create(world.sdk))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.getCode()).isEqualTo(21211));
  }

  @Test
  void alertsAndNotificationsAreRead() throws Exception {
    String call = live();
    Call.updater(call).setTwiml(new Twiml("<Response><Say>")).update(world.sdk);
    Alert alert = Alert.reader().pageSize(1).read(world.sdk).iterator().next();
    assertThat(alert.getErrorCode()).isEqualTo("12100");
    assertThat(alert.getResourceSid()).isEqualTo(call);
    assertThat(alert.getDateCreated()).isNotNull();
    assertThat(Alert.fetcher(alert.getSid()).fetch(world.sdk).getLogLevel()).isEqualTo("error");
    Notification notification = Notification.reader().read(world.sdk).iterator().next();
    assertThat(notification.getErrorCode()).isEqualTo("12100");
    assertThat(notification.getCallSid()).isEqualTo(call);
  }

  /** Somebody who picks up at once and says nothing. */
  private final class Answering implements Party {
    @Override
    public void ringing(Line line) {
      line.answer();
    }

    @Override
    public void connected(Line line) {
      answered.complete(line.sid());
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
