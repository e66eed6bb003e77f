package org.cordboard.dialog;

/** What the caller's line brings us, as far as it can be told without words. */
public enum LineState {
  /** Sound as it should be; silence, too. */
  GOOD,
  /** Steady noise in which a voice may drown. */
  NOISY,
  /** Nothing that can be heard: no audio comes, or none that can be read. */
  LOST
}
