package org.cordboard.gateway.call;

/** Where, by the carrier's word, a caller is whom a process before this one has left. */
public enum CallerPlace {
  /** Their leg has ended. */
  GONE,
  /** In the room, and somebody else is in it too. */
  WITH_PERSON,
  /** On the line, and not with anybody in the room. */
  ALONE
}
