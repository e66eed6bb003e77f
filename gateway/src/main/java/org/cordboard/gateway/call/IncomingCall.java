package org.cordboard.gateway.call;

import org.cordboard.dialog.CallId;

/** A call as the carrier announces it. {@code from} is personal and may be withheld text. */
public record IncomingCall(CallId call, String from, String to) {
  @Override
  public String toString() {
    return "IncomingCall[" + call + "]"; // no numbers in logs
  }
}
