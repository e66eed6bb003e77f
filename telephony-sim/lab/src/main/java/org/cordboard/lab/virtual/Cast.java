package org.cordboard.lab.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Party;
import org.cordboard.sim.party.PersonListener;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.party.SimulatedPerson;

/** The people of a call: who calls, and who can be rung. Each tells the others what happens. */
final class Cast {
  private final Senses senses;
  private final Watch watch;
  private final List<SimulatedPerson> people = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private boolean callerGone;
  private int onLine;

  Cast(Senses senses, Watch watch) {
    this.senses = senses;
    this.watch = watch;
  }

  /** Who calls. */
  Party caller(Script script) {
    Pickup none = new Pickup(Pickup.Manner.IGNORE, java.time.Duration.ZERO);
    return new Listening(person("caller", none, script), watch);
  }

  /** Puts the desk's people behind their telephones. */
  void staff(SimCarrier carrier, List<Staff.Manner> manners, Dice dice) {
    for (int i = 0; i < manners.size(); i++) {
      Staff.Manner usual = manners.get(i);
      int[] rung = {0};
      carrier.subscribe(
          Company.STAFF.get(i),
          (from, to) -> {
            Staff.Manner manner = Staff.again(usual, ++rung[0]);
            return person("person", Staff.pickup(manner, dice), Staff.script(manner));
          });
    }
  }

  private SimulatedPerson person(String who, Pickup pickup, Script script) {
    SimulatedPerson person =
        new SimulatedPerson("scripted", pickup, script, senses, new Reporter(who));
    people.add(person);
    return person;
  }

  boolean callerGone() {
    return callerGone;
  }

  /** True when nobody is on any line any more. */
  boolean allGone() {
    return callerGone && onLine == 0;
  }

  /** Why the caller did not get what they called for. */
  Optional<String> failure() {
    return failure;
  }

  void hangUpAll() {
    people.forEach(SimulatedPerson::hangUp);
  }

  private final class Reporter implements PersonListener {
    private final String who;
    private boolean spokenWith;

    Reporter(String who) {
      this.who = who;
    }

    @Override
    public void noted(PersonNote note) {
      watch.note(who + " " + note.kind() + (note.text().isEmpty() ? "" : " " + note.text()));
      switch (note.kind()) {
        case CONNECTED -> onLine++;
        case ENDED -> gone();
        case TOLD -> {
          spokenWith = true;
          signal(note.text());
        }
        case FAILED -> {
          if (failure.isEmpty()) {
            failure = Optional.of(who + ": " + note.text());
          }
        }
        default -> {}
      }
    }

    private void gone() {
      onLine = Math.max(0, onLine - 1);
      callerGone |= who.equals("caller");
      if (spokenWith) {
        signal(who + "-ended");
      }
    }

    private void signal(String name) {
      List.copyOf(people).forEach(person -> person.signal(name));
    }

    @Override
    public void perform(String deed, Consumer<String> done) {
      done.accept("nothing can be done to a world from within");
    }
  }

  /** A person whose ears are watched. */
  private record Listening(SimulatedPerson person, Watch watch) implements Party {
    @Override
    public void ringing(Line line) {
      person.ringing(line);
    }

    @Override
    public void connected(Line line) {
      person.connected(line);
    }

    @Override
    public byte @org.jspecify.annotations.Nullable [] say() {
      return person.say();
    }

    @Override
    public void hear(byte[] mulaw) {
      watch.heard(mulaw);
      person.hear(mulaw);
    }

    @Override
    public void ended(String cause) {
      person.ended(cause);
    }
  }
}
