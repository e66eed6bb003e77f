package org.cordboard.dialog.store;

import java.time.Instant;

/**
 * Something owed to a caller (R43).
 *
 * @param id names it; making the same promise twice makes it once
 * @param call the call in which it was made
 * @param kind {@code message}, {@code callback}, {@code follow-up}, {@code appeal}
 * @param owner the person or team that owes it
 * @param text what is owed, for people; masked
 * @param due when it lapses
 * @param state whether it is still owed
 */
public record Promise(
    String id, String call, String kind, String owner, String text, Instant due, State state) {

  /** Whether it is still owed. */
  public enum State {
    /** Owed. */
    OPEN,
    /** Done. */
    KEPT
  }

  Promise as(State next) {
    return new Promise(id, call, kind, owner, text, due, next);
  }
}
