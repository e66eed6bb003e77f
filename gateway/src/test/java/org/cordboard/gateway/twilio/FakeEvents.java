package org.cordboard.gateway.twilio;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.gateway.call.CarrierEvents;
import org.cordboard.gateway.call.IncomingCall;
import org.cordboard.gateway.call.MediaStream;

/**
 * Writes down what the carrier says; hands streams with the token {@code good} to {@code taker}.
 */
final class FakeEvents implements CarrierEvents {
  final List<String> heard = new CopyOnWriteArrayList<>();
  final Queue<Consumer<CallAnswer>> replies = new ConcurrentLinkedQueue<>();
  private final StreamTaker taker;

  /** Takes a stream whose token is good. */
  interface StreamTaker {
    void take(MediaStream stream, StreamAccepted accepted);
  }

  FakeEvents(StreamTaker taker) {
    this.taker = taker;
  }

  private void hold(String what, Consumer<CallAnswer> reply) {
    replies.add(reply);
    heard.add(what);
  }

  @Override
  public void incoming(IncomingCall call, Consumer<CallAnswer> reply) {
    if (call.to().equals("+15550100099")) {
      hold("incoming", reply); // nobody answers this line
    } else {
      heard.add("incoming");
      reply.accept(new CallAnswer.Stream("good", false));
    }
  }

  @Override
  public void afterStream(IncomingCall call, Consumer<CallAnswer> reply) {
    hold("afterStream", reply);
  }

  @Override
  public void streamStarted(
      CallId call, String token, MediaStream stream, StreamAccepted accepted) {
    heard.add("stream " + call + " " + stream.id());
    if (token.equals("good")) {
      taker.take(stream, accepted);
    } else {
      accepted.refuse("its token is not known");
    }
  }

  @Override
  public void streamUnusable(CallId call, String token, String why, StreamAccepted accepted) {
    heard.add("unusable " + call + ": " + why);
    if (!token.equals("good")) {
      accepted.refuse("its token is not known");
    }
  }

  @Override
  public void callEnded(CallId call, String status) {
    heard.add("ended " + call + " " + status);
  }

  @Override
  public void offerAnswered(CallId call, String offer, String legSid) {
    heard.add("answered " + call + " " + offer + " " + legSid);
  }

  @Override
  public void offerKeyed(CallId call, String offer, String keys) {
    heard.add("keyed " + offer + " '" + keys + "'");
  }

  @Override
  public void offerProgress(
      CallId call, String offer, String legSid, String status, String answeredBy) {
    heard.add("progress " + offer + " " + legSid + " " + status + " " + answeredBy);
  }

  @Override
  public void conference(CallId call, String event, String label, Map<String, String> parameters) {
    heard.add("conference " + call + " " + event + " " + label);
  }

  @Override
  public void afterRoom(CallId call, String dialStatus, Consumer<CallAnswer> reply) {
    hold("afterRoom " + dialStatus, reply);
  }

  @Override
  public void messageRecorded(CallId call, String recordingSid, int durationS) {
    heard.add("message " + call + " " + recordingSid + " " + durationS);
  }
}
