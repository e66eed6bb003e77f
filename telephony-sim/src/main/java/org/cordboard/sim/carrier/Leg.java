package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.sim.media.PlayoutQueue;
import org.cordboard.sim.media.StreamEdge;
import org.cordboard.sim.party.Party;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/**
 * One telephone connection: its state, the party at its end, and what it is doing. Touched on the
 * simulator's loop only; the party's hold on it ({@link Party.Line}) may be used from anywhere.
 * States as in {@link LegStatus}.
 */
final class Leg implements Party.Line {
  private static final Duration KEY_SPACING = Duration.ofMillis(100);
  private static final byte[] SILENCE = silence();

  private final LegInfo info;
  private final Party party;
  private final Loop loop;
  private final List<Consumer<Leg>> watchers = new ArrayList<>();
  private final List<StreamEdge> listening = new ArrayList<>();
  private LegStatus status = LegStatus.QUEUED;
  private Activity activity = Activity.IDLE;
  private @Nullable LegRecorder recorder;
  private @Nullable Instant answeredAt;
  private @Nullable Instant endedAt;
  private byte @Nullable [] said;
  private long keysDueNanos;
  private int sipCode;
  private Optional<Path> recording = Optional.empty();
  private Runnable filed = () -> {};

  Leg(LegInfo info, Party party, Loop loop) {
    this.info = info;
    this.party = party;
    this.loop = loop;
  }

  private static byte[] silence() {
    byte[] frame = new byte[PlayoutQueue.FRAME_BYTES];
    Arrays.fill(frame, MuLaw.SILENCE);
    return frame;
  }

  LegInfo info() {
    return info;
  }

  LegStatus status() {
    return status;
  }

  boolean connected() {
    return status == LegStatus.IN_PROGRESS;
  }

  @Nullable Instant answeredAt() {
    return answeredAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  /** The SIP answer that ended the leg, such as 486; 0 while it lives. */
  int sipCode() {
    return sipCode;
  }

  /** Whole seconds between answer and end; 0 when it was never answered. */
  long durationS() {
    if (answeredAt == null || endedAt == null) {
      return 0;
    }
    return Math.round(Duration.between(answeredAt, endedAt).toMillis() / 1000.0);
  }

  /** Every change of status is told to {@code watcher}. */
  void watch(Consumer<Leg> watcher) {
    watchers.add(watcher);
  }

  void record(LegRecorder with) {
    recorder = with;
  }

  /** Writes an event of this leg beside its recording. */
  void note(String event, Map<String, String> details) {
    if (recorder != null) {
      recorder.event(event, details);
    }
  }

  /** Moves on without the party: queued, initiated; ringing for the one who calls. */
  void advance(LegStatus next) {
    if (!status.terminal() && next.ordinal() > status.ordinal()) {
      status = next;
      List.copyOf(watchers).forEach(watcher -> watcher.accept(this));
    }
  }

  /** The far end's telephone rings. */
  void ring() {
    advance(LegStatus.RINGING);
    if (status == LegStatus.RINGING) {
      party.ringing(this);
    }
  }

  /** The line is up. */
  void connect() {
    if (status.terminal() || connected()) {
      return;
    }
    answeredAt = loop.clock().now();
    party.connected(this);
    advance(LegStatus.IN_PROGRESS);
    note("answered", Map.of());
  }

  /** The leg is over, for good. */
  void end(LegStatus terminal, int sip) {
    if (status.terminal()) {
      return;
    }
    endedAt = loop.clock().now();
    sipCode = sip;
    note("ended", Map.of("status", terminal.wire()));
    Activity last = activity;
    activity = Activity.IDLE;
    last.cancel(Activity.Interruption.HUNG_UP);
    List.copyOf(listening).forEach(StreamEdge::stop);
    listening.clear();
    advance(terminal);
    if (recorder == null) {
      filed(Optional.empty());
    } else {
      recorder.close(this::filed);
    }
  }

  /** The recording is complete, or there is none: the party and the caller's handle may know. */
  private void filed(Optional<Path> wav) {
    recording = wav;
    party.ended(status.wire());
    filed.run();
  }

  /** {@code task} runs once, after the leg's end, when its recording is complete. */
  void whenFiled(Runnable task) {
    filed = task;
  }

  /** The leg's recording; empty while it lasts and when there is none. */
  Optional<Path> recording() {
    return recording;
  }

  /** Ends the leg as its state has it: completed when it was answered, canceled before. */
  void release() {
    if (connected()) {
      end(LegStatus.COMPLETED, 200);
    } else {
      end(LegStatus.CANCELED, 487);
    }
  }

  /** Its document has ended: completed, even when it never had to be answered. */
  void finish() {
    end(LegStatus.COMPLETED, 200);
  }

  /** From now on the leg does this; the last activity has ended or been interrupted. */
  void begin(Activity next) {
    activity = next;
  }

  void interrupt(Activity.Interruption why) {
    Activity last = activity;
    activity = Activity.IDLE;
    last.cancel(why);
  }

  Activity activity() {
    return activity;
  }

  List<StreamEdge> listening() {
    return listening;
  }

  /** First half of a tick. */
  void speak() {
    said = party.say();
    activity.said(said);
  }

  /** Second half of a tick. */
  void listen() {
    byte[] heard = connected() ? activity.heard() : null;
    if (!connected()) {
      return; // what was heard may have ended the leg
    }
    for (int i = 0; i < listening.size(); i++) {
      listening.get(i).send(said, heard);
    }
    byte[] frame = heard == null ? SILENCE : heard;
    if (recorder != null) {
      recorder.frame(said == null ? SILENCE : said, frame);
    }
    party.hear(frame);
  }

  @Override
  public String sid() {
    return info.sid();
  }

  @Override
  public void answer() {
    loop.run(
        () -> {
          if (status == LegStatus.RINGING && info.direction() != LegInfo.Direction.INBOUND) {
            connect();
          }
        });
  }

  @Override
  public void reject() {
    loop.run(
        () -> {
          if (!connected()) {
            end(LegStatus.BUSY, 486);
          }
        });
  }

  @Override
  public void hangUp() {
    loop.run(this::release);
  }

  @Override
  public void press(String keys) {
    loop.run(
        () -> {
          long now = loop.clock().nanos();
          for (char key : keys.toCharArray()) {
            keysDueNanos = Math.max(now, keysDueNanos);
            loop.clock().after(Duration.ofNanos(keysDueNanos - now), () -> pressed(key));
            keysDueNanos += KEY_SPACING.toNanos();
          }
        });
  }

  private void pressed(char key) {
    if (connected()) {
      note("key", Map.of());
      activity.key(key);
    }
  }
}
