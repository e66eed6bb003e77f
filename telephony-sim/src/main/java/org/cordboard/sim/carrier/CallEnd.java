package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a leg ended.
 *
 * @param duration from answer to end; zero when it was never answered
 * @param recording stereo WAV, μ-law at 8 kHz: left what the leg said, right what it heard
 */
public record CallEnd(String sid, LegStatus status, Duration duration, Optional<Path> recording) {}
