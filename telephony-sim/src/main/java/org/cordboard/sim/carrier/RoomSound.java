package org.cordboard.sim.carrier;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is heard in a conference: its voices, mixed once a tick, beeps, an announcement, and the
 * ringing of those who are on their way. On the simulator's loop only.
 */
final class RoomSound {
  private final Mixer mixer = new Mixer();
  private final Sound ringing = Tones.ringing();
  private Sound beep = Sound.silence(0);
  private Sound announcement = Sound.silence(0);
  private Runnable announced = () -> {};
  private boolean mixed;
  private boolean coached; // somebody is heard by one only

  void newTick() {
    mixed = false;
  }

  void beep() {
    beep = Tones.beep();
  }

  /** Begins with {@code words}, in the place of those before; {@code over} runs at their end. */
  void announce(Sound words, Runnable over) {
    announcement.stop();
    announcement = words;
    announced = over;
  }

  void stop() {
    announcement.stop();
  }

  /**
   * Adds this tick's voices, once; the coaches' are added for those whom they coach.
   *
   * @param rings whether somebody on the way is heard to ring
   * @return false when that had been done in this tick
   */
  boolean mix(Collection<Seat> seats, boolean started, boolean rings) {
    if (mixed) {
      return false;
    }
    mixed = true;
    mixer.clear();
    coached = false;
    for (Seat there : seats) {
      if (there.coach().isEmpty()) {
        mixer.add(there.contribution());
      } else {
        coached = true;
      }
    }
    if (started) {
      add(rings);
    }
    return true;
  }

  private void add(boolean rings) {
    mixer.add(beep.over() ? null : beep.next());
    mixer.add(announcement.over() ? null : announcement.next());
    if (announcement.over()) {
      Runnable done = announced;
      announced = () -> {};
      done.run();
    }
    mixer.add(rings ? ringing.next() : null);
  }

  /** Gives this tick's mix to the room's recording. */
  void tape(RoomTape tape) {
    tape.frame(mixer);
  }

  /** What {@code seat} hears of the others in this tick. */
  byte @Nullable [] mixFor(Seat seat, Collection<Seat> seats) {
    byte[] heard = mixer.without(seat.coach().isEmpty() ? seat.contribution() : null);
    if (coached) {
      for (Seat there : seats) {
        if (there.coach().equals(seat.leg().sid())) {
          heard = Mixer.both(heard, there.contribution());
        }
      }
    }
    return heard;
  }
}
