package org.cordboard.dialog;

/**
 * What the dialog wants done, in order, on the call's loop. Between a caller's turn and {@link
 * TurnDone} there are any number of others.
 */
public sealed interface DialogAction {

  /**
   * Say this. Its {@code AgentSaid} entry is on the ledger already.
   *
   * @param id counts the prompts of a call from 1; the player reports what was heard under it
   */
  record Say(long id, Prompt prompt, Why why) implements DialogAction {}

  /**
   * The answer to the caller's turn is complete: the floor goes back when the last prompt has
   * played.
   */
  record TurnDone() implements DialogAction {}

  /**
   * Bring a person in; to whom and how is for handoff. The dialog keeps the caller company
   * meanwhile.
   *
   * @param rule id of the rule that fired, such as {@code R14}
   * @param first true for danger to life: first in line
   * @param reason in a few words, for the brief
   * @param skill the skill that the playbook names for the intent, or empty
   */
  record Escalate(String rule, boolean first, String reason, String skill)
      implements DialogAction {}

  /**
   * The caller no longer wants a person: the transfer is to be called off if nobody has come yet.
   */
  record CallOff() implements DialogAction {}

  /**
   * The caller objected to being recorded: recording stops now and what was recorded is dropped.
   */
  record StopRecording() implements DialogAction {}

  /**
   * Speech cannot bring the caller further: the carrier's own keypad menu is to take over.
   *
   * @param why in a few words, for the ledger
   */
  record KeypadMenu(String why) implements DialogAction {}

  /**
   * End the call, after what was said has been heard.
   *
   * @param rule the named rule that allows it (R41), such as {@code goodbye}
   */
  record HangUp(String rule) implements DialogAction {}

  /**
   * The caller asked for a change of delivery: repeat is handled by the dialog, pace and loudness
   * by the player.
   */
  record Delivery(double rate, double gain) implements DialogAction {}
}
