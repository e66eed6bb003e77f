package org.cordboard.sim.carrier;

import java.time.Instant;
import java.util.Optional;

/** Makes recorders for legs. */
interface Recordings {

  /** A recorder for this leg, which is answered now. */
  Optional<LegRecorder> of(LegInfo leg, Instant begun);

  /** Records nothing. */
  Recordings NONE = (leg, begun) -> Optional.empty();
}
