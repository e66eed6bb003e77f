package org.cordboard.gateway.twilio;

import org.cordboard.dialog.CallId;

/** Issues the single-use tokens of media streams that begin by a REST update. */
public interface StreamGrants {

  /** A token for listening to a caller in a room. */
  String listen(CallId call);

  /** A token for the stream that brings a caller back to the AI. */
  String resume(CallId call);
}
