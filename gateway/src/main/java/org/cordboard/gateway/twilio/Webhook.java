package org.cordboard.gateway.twilio;

import java.util.Map;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.IncomingCall;

/**
 * A request of the carrier, its signature checked.
 *
 * @param path as in {@link TwilioUrls}
 * @param query what we put into the address
 * @param form what the carrier says
 */
record Webhook(String path, Map<String, String> query, Map<String, String> form) {

  /** What the carrier says; empty when it does not. */
  String said(String name) {
    return form.getOrDefault(name, "");
  }

  /** The leg that this is about. */
  String leg() {
    return said("CallSid");
  }

  /** The caller's call: named by us when the leg is an agent's, else the leg itself. */
  CallId call() {
    String named = query.getOrDefault("call", "");
    return new CallId(named.isEmpty() ? leg() : named);
  }

  String offer() {
    return query.getOrDefault("offer", "");
  }

  IncomingCall incoming() {
    return new IncomingCall(call(), said("From"), said("To"));
  }

  /** True when the leg has ended, so that no document can reach it. */
  boolean ended() {
    return switch (said("CallStatus")) {
      case "completed", "busy", "failed", "no-answer", "canceled" -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "Webhook[" + path + "]"; // the rest is personal
  }
}
