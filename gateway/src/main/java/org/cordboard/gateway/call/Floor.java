package org.cordboard.gateway.call;

/** Whose turn it is while caller and AI converse. */
public enum Floor {
  /** The caller may speak, or does. */
  LISTENING,
  /** The caller's turn is over and the answer is being made. */
  THINKING,
  /** The AI speaks. */
  SPEAKING
}
