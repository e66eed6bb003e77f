package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.ManualClock;

/** A carrier's playout queue in virtual time: 8 bytes a millisecond, marks behind audio. */
final class PlayoutLine implements MediaStream {
  private final ManualClock clock;
  private final ArrayDeque<Object> queue = new ArrayDeque<>();
  private PromptPlayer player;
  final List<Byte> heard = new ArrayList<>();
  private byte[] playing = new byte[0];
  private long left;
  long playedBytes;
  long dryMs;
  boolean cleared;
  long marksUntilMs = Long.MAX_VALUE; // then they are lost
  private boolean started;

  PlayoutLine(ManualClock clock) {
    this.clock = clock;
  }

  void deliverTo(PromptPlayer to) {
    player = to;
    tick();
  }

  private void tick() {
    clock.after(Duration.ofMillis(1), this::tick);
    long budget = 8;
    while (budget > 0) {
      if (left == 0 && !next()) {
        dryMs += started && player.isPlaying() && budget == 8 ? 1 : 0;
        return;
      }
      long now = Math.min(budget, left);
      for (int i = 0; i < now; i++) {
        heard.add(playing[playing.length - (int) left + i]);
      }
      left -= now;
      budget -= now;
      playedBytes += now;
      started = true;
    }
    if (left == 0) {
      next();
    }
  }

  private boolean next() {
    while (queue.peek() instanceof String mark) {
      queue.poll();
      if (clock.nanos() / 1_000_000 < marksUntilMs) {
        player.onMark(mark);
      }
    }
    if (queue.poll() instanceof byte[] audio) {
      playing = audio;
      left = audio.length;
      return true;
    }
    return false;
  }

  long bufferedMs() {
    long bytes = left;
    for (Object item : queue) {
      bytes += item instanceof byte[] audio ? audio.length : 0;
    }
    return bytes / 8;
  }

  List<String> marks() {
    return queue.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  @Override
  public String id() {
    return "MZ1";
  }

  @Override
  public void play(byte[] mulaw) {
    assertThat(mulaw.length % 160).isZero();
    queue.add(mulaw);
  }

  @Override
  public void mark(String name) {
    queue.add(name);
  }

  @Override
  public void clear() {
    queue.clear();
    left = 0;
    cleared = true;
  }

  @Override
  public void close() {}
}
