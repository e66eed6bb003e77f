package org.cordboard.gateway.call;

/** Where, by the carrier's word, a caller is whom a process before this one has left. */
public enum CallerPlace {
  /** Their leg has ended. */
  GONE,
  /** In the room, and somebody else is in it too. */
  WITH_PERSON,
  /** The carrier rings somebody for them, who was not asked by us: the number's fallback. */
  RINGING_OTHER,
  /** They talk with somebody who was not asked by us. */
  WITH_OTHER,
  /** On the line, and not with anybody. */
  ALONE
}
