package org.cordboard.dialog.playbook;

import java.util.Locale;

/**
 * A fixed thing to say, worded by the playbook under {@code texts} of {@code company.conf}. Several
 * wordings are used in turn. {@code {company}} and {@code {persona}} are filled in when the
 * playbook is loaded; other names in braces when it is said.
 */
public enum Text {
  /** First words: the company, and that this is an AI. */
  GREETING,
  /** That the call is recorded; follows the greeting. */
  RECORDING_NOTICE,
  /** Asks what the call is about. */
  OPENING_QUESTION,
  /** The answer to "are you a robot?". */
  IDENTITY,
  /** After something was done; wordings take turns. */
  ANYTHING_ELSE,
  /** Nothing could be made of the words; one wording for each time in a row. */
  NOT_UNDERSTOOD,
  /** Part of a number has come: asks for what is missing. */
  GO_ON,
  /** Two intents are likely: {@code {first}} or {@code {second}}. */
  AMBIGUOUS,
  /** Nothing was said; one wording for each time in a row, three at least. */
  SILENCE,
  /** The wish was not clear: asks for it, naming what can be done. */
  CLARIFY,
  /** The wish was not clear and one is likely: {@code {first}}, which a yes confirms. */
  DID_YOU_MEAN,
  /** The documents do not answer, or the wish is outside what can be done. */
  NOT_COVERED,
  /** Offers a person; wordings take turns. */
  OFFER_PERSON,
  /** The offer was declined. */
  OFFER_DECLINED,
  /** A person is being rung, as the caller wished. */
  TRANSFERRING,
  /** A person is being rung because a rule demands it. */
  BRINGING_IN,
  /** To a caller who speaks while a person is being rung; wordings take turns. */
  TRANSFER_WAIT,
  /** Nobody could be reached; offers to take a message. One wording for each time in the call. */
  NOBODY_FREE,
  /** Offers to take a message once more, in other words, as often as it has wordings. */
  MESSAGE_AGAIN,
  /** Nobody could be reached and no message can be taken; offers to try again. */
  NOBODY_FREE_NO_MESSAGE,
  /** The line to the person was cut; offers to try again. */
  PERSON_LOST,
  /** Offers once more, in other words, to try again to reach somebody. */
  TRY_AGAIN,
  /** The person has handed the caller back. */
  HANDED_BACK,
  /** Danger to life: names the emergency number. */
  EMERGENCY,
  /** Before the transfer when somebody has died. */
  CONDOLENCE,
  /** Ends the call after the caller's goodbye. */
  GOODBYE,
  /** Answers thanks. */
  WELCOME,
  /** Abuse; one wording for each warning, two at least. */
  ABUSE_WARNING,
  /** Ends the call after the warnings. */
  ABUSE_END,
  /** The caller objected to being recorded, and recording has stopped. */
  RECORDING_STOPPED,
  /** The call goes on after the line was interrupted. */
  RESUMED,
  /** A part is failing, and a person is offered. */
  DEGRADED,
  /** The recogniser is failing: offers a person by key 1, and by key 2 to go on. */
  KEYPAD,
  /** There is so much noise that words may drown in it; keys or a person are offered next. */
  NOISE,
  /** Something failed before it began: nothing has been changed. */
  NOT_DONE,
  /** Something failed and may have been done nevertheless. */
  IN_DOUBT,
  /** It is not known which customer calls, and that is needed. */
  NOT_IDENTIFIED,
  /** No message can be taken, since nothing can be promised now. */
  NO_MESSAGE,
  /** Bridges a short wait; wordings take turns, two at least. */
  FILLER,
  /** Bridges the same wait once more, after long. */
  FILLER_AGAIN,
  /** Follows a silence, or words not understood, when digits are expected: offers the keypad. */
  KEYPAD_DIGITS,
  /** The same for a yes or no: 1 is yes, 2 is no. */
  KEYPAD_YES_NO,
  /**
   * Follows a silence when nothing in particular was asked: says in other words what can be done.
   */
  REPHRASE,
  /** Before something is spelled. */
  SPELLING,
  /** Before something is said again in fewer words. */
  SIMPLER,
  /** The caller asked to wait. */
  HOLDING,
  /** Slower from now on. */
  SLOWER,
  /** Louder from now on. */
  LOUDER,
  /** The caller took something back. */
  NEVER_MIND,
  /** The caller corrected something and it is asked again. */
  CORRECTED,
  /** Answers "are you there?" and "I'm here"; wordings take turns. */
  HERE,
  /** Asks once more, in other words, for a yes or no to what was read back. */
  CONFIRM_AGAIN,
  /** Nothing was said before, so there is nothing to repeat. */
  NOTHING_TO_REPEAT,
  /** Ends the call after the silence prompts. */
  SILENCE_END;

  /** As written in {@code company.conf}: {@code opening-question}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
