package org.cordboard.dialog.escalation;

/**
 * A rule that has fired.
 *
 * @param rule its id, {@code R11} … {@code R17}
 * @param effect what must happen, whatever the model says
 * @param reason in a few words, for the ledger and the brief
 * @param skill the skill of the person wanted, or empty for any
 */
public record Escalation(String rule, Effect effect, String reason, String skill) {
  /** What a rule does. */
  public enum Effect {
    /** Offer a person; the caller may decline. */
    OFFER,
    /** Bring a person in at once, without argument. */
    TRANSFER_NOW,
    /** Danger to life: emergency wording, then a person before everybody else. */
    FIRST_IN_LINE;

    /** As written on the ledger and in JSON: {@code transfer-now}. */
    public String written() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
