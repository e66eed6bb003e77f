package org.cordboard.lab.virtual;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.sim.party.Party;
import org.cordboard.sim.party.PersonListener;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.party.SimulatedPerson;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/** Both sides of a caller's line, from its first tick, and what the caller tells of. */
final class Tape implements PersonListener {
  private static final long TICK_MS = 20;
  private static final int FRAME_BYTES = 160;

  private final ManualClock clock;
  private final ByteArrayOutputStream caller = new ByteArrayOutputStream();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final List<Stage.Sound> sounds = new ArrayList<>();
  private String failure = "";
  private @Nullable Instant begun;
  private long fromNanos = -1;
  private boolean over;

  Tape(ManualClock clock) {
    this.clock = clock;
  }

  private long ms() {
    return fromNanos < 0 ? 0 : (clock.nanos() - fromNanos) / 1_000_000;
  }

  /** Writes a frame at the tick that goes on. */
  private void write(ByteArrayOutputStream side, byte @Nullable [] frame) {
    if (fromNanos < 0) {
      fromNanos = clock.nanos();
      begun = clock.now();
    }
    long at = ms() / TICK_MS * FRAME_BYTES;
    byte[] silence = new byte[FRAME_BYTES];
    Arrays.fill(silence, MuLaw.SILENCE);
    while (side.size() < at) {
      side.writeBytes(silence);
    }
    side.writeBytes(frame == null ? silence : frame);
  }

  @Override
  public void noted(PersonNote note) {
    if (note.kind() == PersonNote.Kind.TOLD) {
      sounds.add(new Stage.Sound(note.text(), ms()));
    } else if (note.kind() == PersonNote.Kind.FAILED && failure.isEmpty()) {
      failure = note.text();
    } else if (note.kind() == PersonNote.Kind.ENDED) {
      over = true;
    }
  }

  @Override
  public void perform(String deed, Consumer<String> done) {
    done.accept("nothing can be done on a stage");
  }

  boolean over() {
    return over;
  }

  /** What came of the call. */
  Stage.Taped taped(List<LedgerEntry> ledger, String metrics) {
    return new Stage.Taped(
        begun == null ? clock.now() : begun,
        caller.toByteArray(),
        heard.toByteArray(),
        List.copyOf(sounds),
        failure,
        ledger,
        metrics);
  }

  /** The person, with their line on the tape. */
  Party of(SimulatedPerson person) {
    return new Party() {
      @Override
      public void ringing(Line line) {
        person.ringing(line);
      }

      @Override
      public void connected(Line line) {
        person.connected(line);
      }

      @Override
      public byte @Nullable [] say() {
        byte[] frame = person.say();
        write(caller, frame);
        return frame;
      }

      @Override
      public void hear(byte[] mulaw) {
        write(heard, mulaw);
        person.hear(mulaw);
      }

      @Override
      public void ended(String cause) {
        person.ended(cause);
      }
    };
  }
}
