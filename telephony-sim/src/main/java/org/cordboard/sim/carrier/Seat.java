package org.cordboard.sim.carrier;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.sim.twiml.VerbResult;
import org.jspecify.annotations.Nullable;

/** A leg's place in a conference. */
final class Seat implements Activity {
  private final Conference room;
  private final Leg leg;
  private final Terms terms;
  private final Sound waiting;
  private final Consumer<VerbResult> done;
  private final Instant joined;
  private boolean muted;
  private boolean endOnExit;
  private @Nullable Sound hold;
  private @Nullable Sound announcement;
  private Runnable announced = () -> {};
  private byte @Nullable [] said;

  /** On what terms a leg takes part. */
  record Terms(String label, boolean muted, String beep, boolean startOnEnter, boolean endOnExit) {
    boolean beepsOnEnter() {
      return beep.equals("true") || beep.equals("onEnter");
    }

    boolean beepsOnExit() {
      return beep.equals("true") || beep.equals("onExit");
    }
  }

  Seat(
      Conference room,
      Leg leg,
      Terms terms,
      Sound waiting,
      Instant joined,
      Consumer<VerbResult> done) {
    this.room = room;
    this.leg = leg;
    this.terms = terms;
    this.waiting = waiting;
    this.joined = joined;
    this.done = done;
    this.muted = terms.muted();
    this.endOnExit = terms.endOnExit();
  }

  Leg leg() {
    return leg;
  }

  Terms terms() {
    return terms;
  }

  Instant joined() {
    return joined;
  }

  boolean muted() {
    return muted;
  }

  boolean held() {
    return hold != null;
  }

  boolean endOnExit() {
    return endOnExit;
  }

  void mute(boolean value) {
    muted = value;
  }

  void endOnExit(boolean value) {
    endOnExit = value;
  }

  /** Puts the leg on hold with this to listen to; null takes it back. */
  void hold(@Nullable Sound sound) {
    if (hold != null) {
      hold.stop();
    }
    hold = sound;
  }

  /** The leg alone hears {@code sound}; {@code over} runs at its end. */
  void announce(Sound sound, Runnable over) {
    announcement = sound;
    announced = over;
  }

  /** What the room gets of this leg in this tick. */
  byte @Nullable [] contribution() {
    return muted || hold != null ? null : said;
  }

  @Override
  public void said(byte @Nullable [] frame) {
    said = frame;
    room.newTick();
  }

  @Override
  public byte @Nullable [] heard() {
    if (announcement != null) {
      if (!announcement.over()) {
        return announcement.next();
      }
      announcement = null;
      announced.run();
    }
    if (hold != null) {
      return hold.next();
    }
    return room.started() ? room.mixFor(this) : waiting.next();
  }

  @Override
  public void cancel(Interruption why) {
    quiet();
    room.leave(this, why);
  }

  /** The room has ended, or the API removed the leg: its document goes on. */
  void released(boolean bridged) {
    quiet();
    done.accept(
        VerbResult.action(
            Map.of("DialCallStatus", "answered", "DialBridged", String.valueOf(bridged))));
  }

  private void quiet() {
    waiting.stop();
    hold(null);
    if (announcement != null) {
      announcement.stop();
      announcement = null;
    }
  }
}
