package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.cordboard.gateway.call.CarrierEvents.StreamAccepted;
import org.cordboard.gateway.call.MediaListener;
import org.cordboard.gateway.call.MediaStream;
import org.junit.jupiter.api.Test;

class MediaSessionTest implements MediaListener, TwilioDoor.SocketPort {
  private final ManualClock loop = new ManualClock();
  private final List<String> told = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private boolean full; // the other side does not read
  private final List<MediaStream> streams = new ArrayList<>();
  private final List<StreamAccepted> waiting = new ArrayList<>();
  private final FakeEvents events =
      new FakeEvents(
          (stream, accepted) -> {
            streams.add(stream);
            waiting.add(accepted);
          });
  private final MediaSession session = new MediaSession(events, this, loop);

  static String start(String token) {
    return "{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ03\",\"callSid\":\"CA02\","
        + "\"tracks\":[\"inbound\"],\"customParameters\":{\"token\":\""
        + token
        + "\"}}}";
  }

  static String media(int bytes, long timestamp) {
    return "{\"event\":\"media\",\"media\":{\"track\":\"inbound\",\"timestamp\":\""
        + timestamp
        + "\",\"payload\":\""
        + Base64.getEncoder().encodeToString(new byte[bytes])
        + "\"}}";
  }

  private void accepted() {
    session.onText("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    session.onText(start("good"));
    waiting.get(0).accept(loop, this);
  }

  @Test
  void audioKeysAndMarksReachTheListenerInOrder() {
    accepted();
    session.onText(media(160, 65));
    session.onText("{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"#\"}}");
    session.onText("{\"event\":\"mark\",\"mark\":{\"name\":\"m1\"}}");
    session.onText("{\"event\":\"stop\",\"stop\":{}}");
    session.onClosed();
    assertThat(told).containsExactly("INBOUND 160 at 65", "key #", "mark m1", "end stop");
  }

  @Test
  void audioMayBeDroppedOnTheWayOutMarksAndClearMayNot() {
    accepted();
    full = true;
    streams.get(0).play(new byte[160]);
    streams.get(0).mark("m1");
    streams.get(0).clear();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0)).contains("mark");
    assertThat(sent.get(1)).contains("clear");
  }

  @Test
  void framesBeforeTheCallHasTakenTheStreamAreKept() {
    session.onText(start("good"));
    session.onText(media(160, 20));
    assertThat(told).isEmpty();
    waiting.get(0).accept(loop, this);
    session.onText(media(160, 40));
    assertThat(told).containsExactly("INBOUND 160 at 20", "INBOUND 160 at 40");
  }

  @Test
  void longPayloadIsCutIntoFramesAndItsTailFilled() {
    accepted();
    session.onText(media(330, 100));
    assertThat(told)
        .containsExactly("INBOUND 160 at 100", "INBOUND 160 at 120", "INBOUND 160 at 140");
  }

  @Test
  void brokenFramesAreCountedAndTheStreamGoesOn() {
    accepted();
    session.onText("{\"event\":");
    session.onText(media(160, 20).replace("AAAA", "**"));
    session.onText("{\"event\":\"applause\"}");
    session.onText(media(160, 40));
    assertThat(session.broken()).isEqualTo(2);
    assertThat(session.unknown()).isEqualTo(1);
    assertThat(told)
        .containsExactly("unreadable: broken JSON in a frame of 9 bytes", "INBOUND 160 at 40");
  }

  @Test
  void audioOfAnotherFormIsToldAndNotHeard() {
    session.onText(
        start("good")
            .replace(
                "\"tracks\"",
                "\"mediaFormat\":{\"encoding\":\"audio/l16\",\"sampleRate\":16000},\"tracks\""));
    session.onText(media(160, 20));
    assertThat(events.heard)
        .containsExactly(
            "unusable CA02: the carrier sends audio/l16 at 16000 Hz, not audio/x-mulaw at 8000 Hz");
    assertThat(streams).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void socketThatGoesWithoutAStopIsLost() {
    accepted();
    session.onClosed();
    session.onClosed();
    assertThat(told).containsExactly("end lost");
  }

  @Test
  void unknownTokenClosesTheSocket() {
    session.onText(start("guessed"));
    assertThat(sent).containsExactly("close 1008");
    session.onText(media(160, 20));
    session.onClosed();
    assertThat(told).isEmpty();
  }

  @Test
  void startThatNamesNoCallClosesTheSocket() {
    session.onText(start("good").replace("CA02", "../../x"));
    assertThat(sent).containsExactly("close 1008");
    assertThat(streams).isEmpty();
  }

  @Test
  void whatTheCallPlaysIsWrittenInOrder() {
    accepted();
    MediaStream stream = streams.get(0);
    stream.play(new byte[160]);
    stream.mark("m1");
    stream.clear();
    stream.close();
    assertThat(sent)
        .containsExactly(
            TwilioWire.media("MZ03", new byte[160]),
            TwilioWire.mark("MZ03", "m1"),
            TwilioWire.clear("MZ03"),
            "close 1000");
    assertThatThrownBy(() -> stream.play(new byte[100])).hasMessageContaining("160-byte frames");
  }

  @Override
  public void send(String text) {
    if (!full) {
      sent.add(text);
    }
  }

  @Override
  public void sendSurely(String text) {
    sent.add(text);
  }

  @Override
  public void close(short code, String why) {
    sent.add("close " + code);
  }

  @Override
  public void onAudio(Track track, byte[] mulaw, long timestampMs) {
    told.add(track + " " + mulaw.length + " at " + timestampMs);
  }

  @Override
  public void onUnreadable(String why) {
    told.add("unreadable: " + why);
  }

  @Override
  public void onMark(String name) {
    told.add("mark " + name);
  }

  @Override
  public void onDtmf(char key) {
    told.add("key " + key);
  }

  @Override
  public void onEnd(String cause) {
    told.add("end " + cause);
  }
}
