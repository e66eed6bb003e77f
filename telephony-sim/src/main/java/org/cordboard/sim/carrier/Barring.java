package org.cordboard.sim.carrier;

import java.util.Map;
import java.util.Optional;

/**
 * Why the carrier does not serve a number that is written as it should be, with the codes that it
 * answers: one for a call, one for a text, one for the debugger when a {@code <Dial>} names it. Set
 * by number or by its first digits in {@code sim.dialing.barred}; the carrier's magic test numbers
 * (twilio.com/docs/iam/test-credentials) are barred always. Immutable; any thread.
 */
public enum Barring {
  /** There is no such number. */
  INVALID(
      21217,
      "The phone number %s does not appear to be valid",
      21211,
      "The 'To' number %s is not a valid phone number.",
      13224),
  /** No network brings anything there. */
  UNROUTABLE(
      21214,
      "'To' phone number %s cannot be reached",
      21612,
      "The 'To' phone number %s is not currently reachable via SMS",
      13224),
  /** Its country or range is not switched on for this account. */
  NOT_PERMITTED(
      21215,
      "Account not authorized to call %s. Perhaps you need to enable some international"
          + " permissions: https://www.twilio.com/console/voice/calls/geo-permissions/low-risk",
      21408,
      "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"
          + " %s",
      13227),
  /** Not for this account; its owner does not want texts. */
  BLOCKED(
      21216,
      "Account not allowed to call %s: the number is blocked",
      21610,
      "Attempt to send to unsubscribed recipient %s",
      13225),
  /** A trial account reaches verified numbers only; the debugger's code is a guess. */
  UNVERIFIED(
      21219,
      "The number %s is unverified. Trial accounts may only make calls to verified numbers.",
      21608,
      "The number %s is unverified. Trial accounts cannot send messages to unverified numbers.",
      13224),
  /** A telephone that can be called, but takes no texts. */
  NO_TEXTS(0, "", 21614, "'To' number %s is not a mobile number", 0);

  private static final String MAGIC = "+1500555000";
  private static final Map<String, Barring> MAGIC_NUMBERS =
      Map.of(
          MAGIC + 1, INVALID,
          MAGIC + 2, UNROUTABLE,
          MAGIC + 3, NOT_PERMITTED,
          MAGIC + 4, BLOCKED,
          MAGIC + 9, NO_TEXTS);

  /** As a sender it is taken everywhere, whoever's it is. */
  static final String MAGIC_SENDER = MAGIC + 6;

  /** As a sender of calls and texts it is no valid number. */
  public static final String MAGIC_INVALID_SENDER = MAGIC + 1;

  /** As a sender of texts its queue is full. */
  public static final String MAGIC_FULL_SENDER = MAGIC + 8;

  private final Refusal call;
  private final Refusal text;
  private final int notice;

  Barring(int call, String callWords, int text, String textWords, int notice) {
    this.call = new Refusal(call, callWords);
    this.text = new Refusal(text, textWords);
    this.notice = notice;
  }

  /**
   * What the API answers.
   *
   * @param code the carrier's; 0 when it does what it is asked for
   */
  public record Refusal(int code, String words) {
    private Optional<Refusal> of(String number) {
      return code == 0 ? Optional.empty() : Optional.of(new Refusal(code, words.formatted(number)));
    }
  }

  /** What a request to call {@code number} is answered; empty when it can be called. */
  public Optional<Refusal> ofCall(String number) {
    return call.of(number);
  }

  /** What a request to text {@code number} is answered. */
  public Optional<Refusal> ofText(String number) {
    return text.of(number);
  }

  /** The debugger's code when a document dials it; 0 when it can be dialled. */
  int notice() {
    return notice;
  }

  /** The longest entry of {@code set} that {@code number} begins with, or the magic one. */
  static Optional<Barring> find(Map<String, Barring> set, String number) {
    String longest = "";
    for (String start : set.keySet()) {
      if (number.startsWith(start) && start.length() > longest.length()) {
        longest = start;
      }
    }
    return Optional.ofNullable(longest.isEmpty() ? MAGIC_NUMBERS.get(number) : set.get(longest));
  }
}
