package org.cordboard.gateway.call;

import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.dialog.CallId;

/**
 * Where the carrier's adapter delivers what happens. Called on whatever loop the request came in
 * on; the implementation posts to the call's loop. Replies may come later, from the call's loop,
 * once.
 */
public interface CarrierEvents {

  /** A call rings; the reply is the first document. */
  void incoming(IncomingCall call, Consumer<CallAnswer> reply);

  /** The document after the media stream was reached: resume, return or end the call. */
  void afterStream(IncomingCall call, Consumer<CallAnswer> reply);

  /**
   * A media socket's {@code start} message. Answers the listener on the call's loop, or null when
   * the token is wrong, used, or of another call; the adapter then closes the socket.
   *
   * @param stream the stream, whose methods are to be called on the loop passed to {@code accepted}
   */
  void streamStarted(CallId call, String token, MediaStream stream, StreamAccepted accepted);

  /**
   * A media socket's {@code start} message that announces audio of a form that is not asked for:
   * its token is used up, and the call goes on without it. Refused when the token is wrong.
   */
  void streamUnusable(CallId call, String token, String why, StreamAccepted accepted);

  /** The caller's leg has ended; {@code status} is the carrier's terminal word. */
  void callEnded(CallId call, String status);

  /** An agent's leg was answered and asks what to do: reply by {@code CallControl.answer}. */
  void offerAnswered(CallId call, String offer, String legSid);

  /** A key was pressed on an agent's leg, or {@code ""} when none was in time; reply as above. */
  void offerKeyed(CallId call, String offer, String keys);

  /**
   * Progress of an agent's leg: {@code ringing}, {@code in-progress}, {@code completed}, {@code
   * busy}, ….
   */
  void offerProgress(CallId call, String offer, String legSid, String status, String answeredBy);

  /**
   * Something happened in a conference room of this call; {@code label} is empty for room events.
   */
  void conference(CallId call, String event, String label, Map<String, String> parameters);

  /** The caller's conference verb is over. */
  void afterRoom(CallId call, String dialStatus, Consumer<CallAnswer> reply);

  /** The carrier has recorded a message of the caller's, where no AI was. */
  void messageRecorded(CallId call, String recordingSid, int durationS);

  /** How a started stream is accepted or refused; called once. */
  interface StreamAccepted {
    /** Deliver to {@code listener} on {@code loop}. */
    void accept(org.cordboard.config.Loop loop, MediaListener listener);

    /** Close the socket: {@code why} is for the log. */
    void refuse(String why);
  }
}
