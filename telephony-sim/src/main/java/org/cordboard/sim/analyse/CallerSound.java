package org.cordboard.sim.analyse;

/**
 * What a sound of the caller is meant to be, after τ-voice. Audio alone does not tell, so it comes
 * from whoever planned the call; without it everything is {@link #SPEECH}.
 */
public enum CallerSound {
  /** Words to the other side. */
  SPEECH,
  /** "Mm-hmm" and the like: go on, I listen. */
  BACKCHANNEL,
  /** "Um", a cough, a sneeze. */
  VOCAL_TIC,
  /** Words to somebody else in the room. */
  NON_DIRECTED,
  /** What is heard behind the caller, for a moment; not of τ-voice. */
  NOISE
}
