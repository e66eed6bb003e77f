package org.cordboard.gateway.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one part of one call: left the caller, right what the caller hears, laid out by sample
 * position (8 kHz, from the start of the part). Called on the call's loop and never waits: blocks
 * of a second are written by {@link Workers}, one at a time and in order; when they cannot keep up
 * the oldest waiting one is dropped, counted, and silent in the file.
 */
public final class Recording {
  private static final Logger log = LoggerFactory.getLogger(Recording.class);

  private static final int MAX_CLOSE_ATTEMPTS = 10;
  private static final Duration RETRY = Duration.ofMillis(500);

  private final Path path;
  private final Loop loop;
  private final Workers workers;
  private final int backlog;
  private final StereoTimeline timeline = new StereoTimeline();
  private final ArrayDeque<StereoTimeline.Block> waiting = new ArrayDeque<>();
  private @Nullable StereoWavFile wav; // touched by the one task under way only
  private @Nullable Runnable closed;
  private boolean writing;
  private boolean muted;
  private boolean broken;
  private boolean closing;
  private boolean finished;
  private long droppedBlocks;
  private int closeAttempts;

  Recording(Path path, Loop loop, Workers workers, int backlog) {
    this.path = path;
    this.loop = loop;
    this.workers = workers;
    this.backlog = backlog;
  }

  /** Where it is written; the ledger names the file. */
  public Path file() {
    return path;
  }

  /** What the caller said: μ-law of any length, the first byte at {@code sample}. */
  public void caller(byte[] mulaw, long sample) {
    loop.assertOn();
    if (!closing) {
      queue(timeline.caller(audible(mulaw), sample));
    }
  }

  /** What the caller hears, laid where it is played. */
  public void heard(byte[] mulaw, long sample) {
    loop.assertOn();
    if (!closing) {
      queue(timeline.heard(audible(mulaw), sample));
    }
  }

  /** A prompt was stopped: what was laid out from {@code sample} on was never heard. */
  public void cutHeard(long sample) {
    loop.assertOn();
    timeline.cutHeard(sample);
  }

  /** While true both sides are written as silence: a secret is expected, or the caller objected. */
  public void mute(boolean mute) {
    loop.assertOn();
    muted = mute;
  }

  /** Seconds of audio that could not be written in time. */
  public long droppedBlocks() {
    return droppedBlocks;
  }

  /** Writes what is left, closes the file, then runs {@code then} on the loop. */
  public void close(Runnable then) {
    loop.assertOn();
    if (closing) {
      then.run();
      return;
    }
    closing = true;
    closed = then;
    queue(timeline.rest());
    next();
  }

  private byte[] audible(byte[] mulaw) {
    if (!muted) {
      return mulaw;
    }
    byte[] quiet = new byte[mulaw.length];
    Arrays.fill(quiet, StereoTimeline.SILENCE);
    return quiet;
  }

  private void queue(List<StereoTimeline.Block> blocks) {
    for (StereoTimeline.Block block : blocks) {
      if (waiting.size() >= backlog && !closing) {
        waiting.poll();
        droppedBlocks++;
      }
      waiting.add(block);
    }
    if (!blocks.isEmpty()) {
      next();
    }
  }

  private void next() {
    if (writing || finished) {
      return;
    }
    List<StereoTimeline.Block> batch = broken ? List.of() : List.copyOf(waiting);
    waiting.clear();
    boolean last = closing;
    if (batch.isEmpty() && !last) {
      return;
    }
    writing = true;
    workers.submit(
        () -> perform(batch, last),
        loop,
        Completion.<Boolean>of(this::written, failure -> failed(batch.size(), failure)));
  }

  private boolean perform(List<StereoTimeline.Block> batch, boolean last) throws IOException {
    StereoWavFile open = wav;
    if (open == null && !batch.isEmpty()) {
      open = new StereoWavFile(path);
      wav = open;
    }
    if (open != null) {
      for (StereoTimeline.Block block : batch) {
        open.write(block.startSample(), block.stereo());
      }
      if (last) {
        open.close();
      }
    }
    return last;
  }

  private void written(boolean last) {
    writing = false;
    if (last) {
      finish();
    } else {
      next();
    }
  }

  private void failed(int blocks, Throwable failure) {
    writing = false;
    droppedBlocks += blocks;
    if (failure instanceof IOException) {
      broken = true;
      log.error("recording stopped: {} cannot be written: {}", path, failure.getMessage());
    }
    if (closing && !broken && ++closeAttempts < MAX_CLOSE_ATTEMPTS) {
      loop.clock().after(RETRY, this::next); // the workers were full: the file is still open
    } else if (closing) {
      finish();
    }
  }

  private void finish() {
    finished = true;
    Runnable then = closed;
    closed = null;
    if (then != null) {
      then.run();
    }
  }
}
