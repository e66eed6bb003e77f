package org.cordboard.gateway.twilio;

import java.util.Map;

/**
 * The carrier's error codes in our words: what it does not like, whose number that is, and what to
 * do about it. They name the setting or the file, never a number. Pure; source:
 * twilio.com/docs/api/errors.
 */
final class CarrierCodes {
  private static final String DESK = "the person's number in the playbook's desk.conf";
  private static final String OURS = "gateway.twilio.from-number";
  private static final String CONSOLE = "the carrier's console";

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          code(10001, "the account is not active", "see " + CONSOLE),
          code(
              10004,
              "the account has as many calls as it may have",
              "have the limit raised: the account needs an approved business profile"),
          code(
              20003,
              "it does not know our credentials",
              "check gateway.twilio.account-sid and gateway.twilio.auth-token"),
          code(20005, "the account is not active", "see " + CONSOLE),
          code(20429, "too many requests at once", "have the account's calls per second raised"),
          code(21201, "no number was given", "write " + DESK),
          code(21205, "it cannot use our address", "check gateway.twilio.public-url"),
          code(
              21210,
              "the number we call from is not the account's",
              "set " + OURS + " to a number that is bought or verified in " + CONSOLE),
          code(
              21211,
              "the number is not a telephone number",
              "correct " + DESK + ": +, country, number"),
          code(
              21212,
              "the number we call from is not a telephone number",
              "correct " + OURS + ": +, country, number"),
          code(21213, "there is no number to call from", "set " + OURS),
          code(21214, "the number cannot be reached", "try it by hand, or change " + DESK),
          code(
              21215,
              "calls to the number's country or range are not permitted",
              "permit them in " + CONSOLE + " (Voice, Geo permissions), or change " + DESK),
          code(21216, "the number is blocked for this account", "change " + DESK),
          code(21217, "there is no such telephone number", "correct " + DESK),
          code(
              21219,
              "a trial account may call verified numbers only",
              "verify the number in " + CONSOLE + ", or upgrade the account"));

  private CarrierCodes() {}

  /**
   * A code explained.
   *
   * @param why what the carrier does not like, in a few words
   * @param fix what to do
   */
  record Meaning(String why, String fix) {}

  private static Map.Entry<Integer, Meaning> code(int code, String why, String fix) {
    return Map.entry(code, new Meaning(why, fix));
  }

  /** What a refusal means; those that are not known here are looked up by the reader. */
  static Meaning of(int status, int code) {
    Meaning known = MEANINGS.get(code);
    return known != null
        ? known
        : new Meaning(
            "HTTP " + status + ", code " + code, "see https://www.twilio.com/docs/errors/" + code);
  }
}
