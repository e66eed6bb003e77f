package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;

/** Recordings as files {@code CA….wav} and {@code CA….events.json} in one folder. */
final class WavRecordings implements Recordings {
  private final Path folder;
  private final boolean dialledLegsToo;
  private final Loop loop;
  private final Workers lane;

  WavRecordings(Path folder, boolean dialledLegsToo, Loop loop, Workers lane) {
    this.folder = folder;
    this.dialledLegsToo = dialledLegsToo;
    this.loop = loop;
    this.lane = lane;
  }

  @Override
  public Optional<LegRecorder> of(LegInfo leg, Instant begun) {
    if (leg.direction() != LegInfo.Direction.INBOUND && !dialledLegsToo) {
      return Optional.empty();
    }
    Path wav = folder.resolve(leg.sid() + ".wav");
    return Optional.of(new WavRecorder(wav, leg, begun, loop, lane));
  }
}
