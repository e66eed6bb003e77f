package org.cordboard.handoff;

import org.cordboard.config.Completion;
import org.cordboard.dialog.CallId;

/**
 * Rings and joins legs for one call; implemented with the carrier's API. Called on the call's loop,
 * answers on it. Nothing here retries a dial: a leg is created at most once. A failure that is a
 * {@link CarrierRefusal} means that nothing has happened; any other leaves that open.
 */
public interface CallControl {

  /**
   * Dials the target. The offer's id is in every callback URL of the leg. Done with the leg's SID
   * once the carrier has taken the request; events of the leg may come earlier.
   */
  void dial(CallId call, String offer, TransferTarget target, Completion<String> then);

  /** Answers the waiting request of an offer's leg; does nothing when none waits any more. */
  void answer(String offer, LegScript script);

  /** Ends an offer's leg, ringing or answered; harmless when it is gone. */
  void endLeg(String legSid, Completion<Boolean> then);

  /** Moves the caller out of the media stream into the room; false when the call is gone. */
  void moveCaller(CallId call, String room, Completion<Boolean> then);

  /**
   * Brings the caller back to the AI: a new media stream that resumes the call; false when the call
   * is gone.
   */
  void returnCaller(CallId call, Completion<Boolean> then);
}
