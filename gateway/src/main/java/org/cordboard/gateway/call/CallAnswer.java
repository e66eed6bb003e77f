package org.cordboard.gateway.call;

/**
 * What the carrier is told to do with a call; rendered as the carrier's document by its adapter.
 */
public sealed interface CallAnswer {

  /** Stream the call to this process; {@code token} is good for one stream of this call. */
  record Stream(String token, boolean resume) implements CallAnswer {}

  /**
   * No room for another conversation with the AI: a keypad menu at once. Key 1 (or nothing pressed)
   * dials {@code person}; key 2 records a message.
   */
  record KeypadMenu(String text, String person) implements CallAnswer {}

  /** Dial a person. */
  record DialPerson(String text, String person) implements CallAnswer {}

  /** Say something (may be empty) and end the call. */
  record Goodbye(String text) implements CallAnswer {}

  /** Put the caller into a conference room with a both-ways listening stream started. */
  record JoinRoom(String room, String token) implements CallAnswer {}
}
