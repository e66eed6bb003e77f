package org.cordboard.gateway.twilio;

import org.cordboard.dialog.CallId;

/** Grants streams by tokens that a test knows. */
public enum KnownTokens implements StreamGrants {
  /** The only one. */
  INSTANCE;

  @Override
  public String listen(CallId call) {
    return "listen-token";
  }

  @Override
  public String resume(CallId call) {
    return "resume-token";
  }
}
