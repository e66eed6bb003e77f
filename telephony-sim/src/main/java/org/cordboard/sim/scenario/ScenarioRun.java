package org.cordboard.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.sim.party.Party;
import org.cordboard.sim.party.PersonListener;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.party.SimulatedPerson;
import org.jspecify.annotations.Nullable;

/** One playing of a scenario, from placing the call until the last leg has ended. On the loop. */
final class ScenarioRun {
  private static final String CALLER = "caller";
  private static final Duration AFTER_HANGING_UP = Duration.ofSeconds(3);

  private final Scenario scenario;
  private final Exchange exchange;
  private final Senses senses;
  private final Deeds deeds;
  private final ScenarioListener listener;
  private final long seed;
  private final LedgerWatch watch;
  private final List<Moment> timeline = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<SimulatedPerson, String> people = new LinkedHashMap<>();
  private final Map<String, Integer> rings = new HashMap<>();
  private final List<SimulatedPerson> onLine = new ArrayList<>();
  private final long began;
  private @Nullable Tape tape;
  private String callSid = "";
  private boolean callerGone;
  private boolean over;
  private Duration lasted = Duration.ZERO;
  private Clock.@Nullable Timer timer;
  private Consumer<ScenarioRun> then = run -> {};

  ScenarioRun(Scenario scenario, World world, ScenarioListener listener, long seed) {
    this.scenario = scenario;
    this.exchange = world.exchange();
    this.senses = world.senses();
    this.deeds = world.deeds();
    this.listener = listener;
    this.seed = seed;
    this.watch = new LedgerWatch(world.ledger(), exchange.loop(), scenario.watches(), this::signal);
    this.began = exchange.loop().clock().nanos();
  }

  /** What every run of a runner shares. */
  record World(Exchange exchange, Senses senses, Ledger ledger, Deeds deeds) {}

  void start(String company, Consumer<ScenarioRun> whenOver) {
    then = whenOver;
    for (Scenario.Agent agent : scenario.agents()) {
      if (agent.ring() == 1) {
        exchange.register(agent.number(), () -> rung(agent.number()));
      }
    }
    Scenario.Caller caller = scenario.caller();
    Pickup none = new Pickup(Pickup.Manner.IGNORE, Duration.ZERO);
    timer = exchange.loop().clock().after(scenario.limit(), this::limit);
    exchange.place(
        caller.from(),
        caller.to().isEmpty() ? company : caller.to(),
        taped(person(CALLER, caller.voice(), none, caller.script())),
        Completion.of(this::placed, this::notPlaced));
  }

  /** Who is there when the number rings once more. */
  private Party rung(String number) {
    int times = rings.merge(number, 1, Integer::sum);
    Scenario.Agent there =
        scenario.agents().stream()
            .filter(agent -> agent.number().equals(number) && agent.ring() <= times)
            .max(Comparator.comparingInt(Scenario.Agent::ring))
            .orElseThrow();
    return person(there.name(), there.voice(), there.pickup(), there.script());
  }

  private Party taped(SimulatedPerson caller) {
    if (!SoundJudge.needed(scenario.expectations())) {
      return caller;
    }
    Tape made = new Tape(caller);
    tape = made;
    return made;
  }

  private SimulatedPerson person(String name, String voice, Pickup pickup, Script script) {
    Reporter reporter = new Reporter(name);
    SimulatedPerson person =
        new SimulatedPerson(voice, pickup, script, senses, seed + 1_000L * people.size(), reporter);
    reporter.person = person;
    people.put(person, name);
    return person;
  }

  private void placed(String sid) {
    callSid = sid;
    listener.onPlaced(scenario, sid);
    watch.start(sid);
  }

  private void notPlaced(Throwable failure) {
    fail(Failure.Cause.NOT_PLACED, 0, String.valueOf(failure.getMessage()));
    end();
  }

  private void limit() {
    fail(
        Failure.Cause.LIMIT,
        0,
        "the call was not over after " + scenario.limit().toSeconds() + " s");
    List.copyOf(people.keySet()).forEach(SimulatedPerson::hangUp);
    timer = exchange.loop().clock().after(AFTER_HANGING_UP, this::end);
  }

  void fail(Failure.Cause cause, int line, String text) {
    failures.add(new Failure(cause, line, text));
  }

  private Duration now() {
    return Duration.ofNanos(exchange.loop().clock().nanos() - began);
  }

  private void noted(String who, @Nullable SimulatedPerson person, PersonNote note) {
    if (over) {
      return;
    }
    Moment moment = new Moment(now(), who, note);
    timeline.add(moment);
    listener.onMoment(moment);
    if (note.kind() == PersonNote.Kind.FAILED) {
      fail(Failure.Cause.STEP, note.line(), who + ": " + note.text());
    }
    Signals.of(who, note).ifPresent(this::signal);
    if (person != null && note.kind() == PersonNote.Kind.CONNECTED) {
      onLine.add(person);
    } else if (note.kind() == PersonNote.Kind.ENDED) {
      onLine.remove(person);
      callerGone |= who.equals(CALLER);
      endWhenAllHaveGone();
    }
  }

  private void signal(String signal) {
    List.copyOf(people.keySet()).forEach(each -> each.signal(signal));
  }

  private void endWhenAllHaveGone() {
    if (!callerGone) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    if (onLine.isEmpty()) {
      end();
    } else {
      timer = exchange.loop().clock().after(scenario.caller().script().linger(), this::end);
    }
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    lasted = now();
    watch.stop();
    if (timer != null) {
      timer.cancel();
    }
    scenario.agents().forEach(agent -> exchange.unregister(agent.number()));
    exchange.loop().clock().after(Duration.ZERO, () -> then.accept(this));
  }

  String callSid() {
    return callSid;
  }

  List<Moment> timeline() {
    return List.copyOf(timeline);
  }

  Duration lasted() {
    return lasted;
  }

  /** The caller's line as it sounded; empty when it was not recorded, or never up. */
  Optional<Tape.Sides> tape() {
    Tape made = tape;
    return made == null ? Optional.empty() : Optional.of(made.sides());
  }

  /** True when the call itself went wrong, before anything was expected of it. */
  boolean failed() {
    return !failures.isEmpty();
  }

  /** What came of it; what the carrier complained of comes first: it explains the rest. */
  ScenarioResult result(List<LedgerLine> ledger, List<Failure> judged) {
    return new ScenarioResult(
        scenario.name(),
        callSid,
        Stream.concat(failures.stream(), judged.stream())
            .sorted(Comparator.comparing(failure -> failure.cause() != Failure.Cause.CARRIER))
            .toList(),
        timeline,
        ledger,
        exchange.recording(callSid),
        lasted);
  }

  /** Passes on what one person reports. */
  private final class Reporter implements PersonListener {
    private final String name;
    private @Nullable SimulatedPerson person;

    Reporter(String name) {
      this.name = name;
    }

    @Override
    public void noted(PersonNote note) {
      ScenarioRun.this.noted(name, person, note);
    }

    @Override
    public void perform(String deed, Consumer<String> done) {
      deeds.perform(deed, problem -> exchange.loop().run(() -> done.accept(problem)));
    }
  }
}
