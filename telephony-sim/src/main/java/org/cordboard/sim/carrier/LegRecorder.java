package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what one leg says and hears, sample for sample, and when what happened. */
interface LegRecorder {

  /** 20 ms: what the leg says (left) and hears (right), μ-law. */
  void frame(byte[] said, byte[] heard);

  /** Something happened at this sample. */
  void event(String what, Map<String, String> details);

  /** The leg is over; {@code written} is told, on the loop, when the file is complete or lost. */
  void close(Consumer<Optional<Path>> written);
}
