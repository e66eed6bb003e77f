package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes recorders for legs. */
interface Recordings {

  /** A recorder for this leg; {@code written} is told once its files are complete, on the loop. */
  Optional<LegRecorder> of(LegInfo leg, Instant begun, Consumer<Optional<Path>> written);

  /** Records nothing. */
  Recordings NONE = (leg, begun, written) -> Optional.empty();
}
