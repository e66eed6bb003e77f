package org.cordboard.sim.twiml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instruction of a document, checked and with its defaults filled in. Times in seconds. */
public sealed interface Verb {

  /** A verb that only makes sound: allowed inside {@code <Gather>} and in wait documents. */
  sealed interface Prompt extends Verb {}

  /** Speaks {@code text}; {@code loop} times, 0 is a very long loop. */
  record Say(String text, String voice, int loop) implements Prompt {}

  /** Plays a file from {@code url}, or keys when {@code digits} is given ({@code w} is 0.5 s). */
  record Play(String url, String digits, int loop) implements Prompt {}

  /** Waits. */
  record Pause(int lengthS) implements Prompt {}

  /** Hands the call's audio to a socket, both ways, until the stream ends. */
  record Connect(StreamNoun stream, @Nullable Action action) implements Verb {}

  /** Starts a listening stream in the background. */
  record Start(StreamNoun stream) implements Verb {}

  /** Ends a background stream by name. */
  record Stop(String streamName) implements Verb {}

  /** Collects keys while prompts play. */
  record Gather(
      Action action,
      int timeoutS,
      int numDigits,
      String finishOnKey,
      boolean actionOnEmptyResult,
      boolean bargeIn,
      List<Prompt> prompts)
      implements Verb {}

  /** Joins the call to another telephone or to a conference. */
  record Dial(
      @Nullable Action action,
      int timeoutS,
      int timeLimitS,
      String callerId,
      boolean answerOnBridge,
      boolean hangupOnStar,
      Target target)
      implements Verb {}

  /** Records the caller, voicemail style. */
  record Record(Action action, int timeoutS, int maxLengthS, String finishOnKey, boolean playBeep)
      implements Verb {}

  /** Goes on with another document. */
  record Redirect(Action to) implements Verb {}

  /** Leaves the call unanswered; {@code busy} or {@code rejected}. */
  record Reject(String reason) implements Verb {}

  /** Ends the call. */
  record Hangup() implements Verb {}

  /** A verb of the carrier, or of nobody, that this simulator does not perform. */
  record NotSimulated(String name) implements Verb {}

  /** Where control goes after a verb: a URL as written, perhaps relative, and its method. */
  record Action(String url, String method) {}

  /** A stream to open; {@code name} may be empty (the stream's SID then names it). */
  record StreamNoun(
      String url,
      String name,
      String track,
      String statusCallback,
      String statusCallbackMethod,
      Map<String, String> parameters) {}

  /** Whom to dial. */
  sealed interface Target {}

  /** A telephone; {@code whisper} is run on it after it answered and before it is joined. */
  record NumberTarget(
      String number,
      @Nullable Action whisper,
      String statusCallback,
      String statusCallbackMethod,
      List<String> statusCallbackEvents)
      implements Target {}

  /** A conference room. */
  record ConferenceTarget(
      String room,
      String label,
      boolean muted,
      String beep,
      boolean startOnEnter,
      boolean endOnExit,
      @Nullable Action waitUrl,
      boolean waitSilently,
      String statusCallback,
      String statusCallbackMethod,
      List<String> statusCallbackEvents)
      implements Target {}
}
