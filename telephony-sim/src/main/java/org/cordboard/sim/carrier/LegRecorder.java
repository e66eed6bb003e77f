package org.cordboard.sim.carrier;

import java.util.Map;

/** Keeps what one leg says and hears, sample for sample, and when what happened. */
interface LegRecorder {

  /** 20 ms: what the leg says (left) and hears (right), μ-law. */
  void frame(byte[] said, byte[] heard);

  /** Something happened at this sample. */
  void event(String what, Map<String, String> details);

  /** The leg is over. */
  void close();
}
