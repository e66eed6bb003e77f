package org.cordboard.lab.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.memory.MemoryCallerLanguages;
import org.cordboard.gateway.Parts;
import org.cordboard.sim.carrier.CallHandle;
import org.cordboard.sim.carrier.CarrierPlan;
import org.cordboard.sim.carrier.DialKnobs;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.carrier.WebhookKnobs;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.faults.FaultyHttpOut;
import org.cordboard.sim.faults.FaultyStreamSockets;
import org.cordboard.sim.media.MediaKnobs;
import org.cordboard.sim.media.StreamSockets;
import org.cordboard.sim.party.EarSettings;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.rest.RestApi;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;

/**
 * A world of one call: clock, carrier, gateway and people, made anew from the case's seed, played
 * to its end and judged. One thread; nothing is shared but the {@link Company}.
 */
final class World {
  static final String CALLER = "+15550123";

  private static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T17:00:00Z");
  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(8);
  private static final Duration SETTLING = Duration.ofMinutes(5);
  private static final Duration SETTLING_STEP = Duration.ofSeconds(5);
  private static final Duration SOCKET_LIFE = Duration.ofSeconds(40);
  private static final Duration LAG = Duration.ofMillis(200);

  private final Case played;
  private final Conditions conditions;
  private final Dice dice;
  private final ManualClock clock = new ManualClock(MONDAY_MORNING);
  private final Watch watch;
  private final Gateways gateways;
  private final VirtualSockets sockets;
  private final SimCarrier carrier;
  private final Cast cast;

  private World(Case played, Company company) {
    this(played, company, Engines.faulty(Conditions.of(played.fault())));
  }

  /** What lies between the carrier's media sockets and the gateway. */
  interface Line {
    /** Sockets in front of {@code sockets}. */
    StreamSockets of(StreamSockets sockets, ManualClock clock);
  }

  /** A world whose gateway hears and speaks with {@code engines}. */
  World(Case played, Company company, Engines engines) {
    this(played, company, engines, (good, clock) -> good);
  }

  /** The same with a line that does something to what passes. */
  World(Case played, Company company, Engines engines, Line line) {
    this.played = played;
    this.conditions = Conditions.of(played.fault());
    this.dice = played.dice();
    boolean faultless = played.fault() == Fault.NONE;
    this.watch = new Watch(clock, Duration.ofSeconds(faultless ? 3 : 12));
    this.gateways = new Gateways(company, conditions, engines, clock, dice.of("gateway"), watch);
    Wire wire = new Wire(dice.of("wire"), Duration.ofMillis(1), conditions.mostOnWire());
    this.sockets = new VirtualSockets(clock, gateways::living, wire, watch);
    ScriptedSynthesizer voices = new ScriptedSynthesizer(new ScriptedVoiceSettings(LAG));
    this.carrier = carrier(company, wire, line.of(sockets, clock), voices);
    this.cast =
        new Cast(
            new Senses(
                clock,
                voices,
                new ScriptedRecognizer(
                    new ScriptedRecognizerSettings(LAG, LAG, 0, dice.of("ears").between(0, 9_999))),
                EarSettings.USUAL),
            watch);
  }

  private SimCarrier carrier(
      Company company, Wire wire, StreamSockets line, ScriptedSynthesizer voices) {
    CarrierPlan plan =
        new CarrierPlan(
            company.sim().accountSid(),
            company.sim().authToken(),
            dice.of("carrier").between(1, Integer.MAX_VALUE - 1),
            Map.of(Company.NUMBER, company.line(), Company.GERMAN_NUMBER, company.line()),
            MediaKnobs.defaults(),
            new WebhookKnobs(Duration.ofSeconds(1), Duration.ofMillis(200), 0.005),
            DialKnobs.plain(),
            company.sim().rooms(),
            company.sim().pay());
    SimCarrier started =
        SimCarrier.start(
            plan,
            new SimCarrier.Ports(
                clock,
                new FaultyHttpOut(
                    new VirtualHttp(clock, gateways::living, wire),
                    conditions.requests(),
                    dice.of("requests"),
                    clock),
                new FaultyStreamSockets(
                    line, conditions.brokenSockets(), SOCKET_LIFE, dice.of("sockets"), clock),
                voices,
                new InlineWorkers("files"),
                Optional.empty(),
                false,
                "http://127.0.0.1:8090"));
    gateways.start(new RestApi(started, company.sim().authToken()));
    return started;
  }

  /** Plays a case. */
  static Result play(Case played, Company company) {
    World world = new World(played, company);
    try {
      return world.play();
    } catch (RuntimeException failure) {
      world.watch.broke("the simulator threw " + Thrown.where(failure));
      return world.judged("", Duration.ZERO);
    }
  }

  /** Plays it to its end. */
  Result play() {
    return play(Company.NUMBER, Callers.script(played.kind(), dice.of("caller")));
  }

  /** The same with a caller of one's own, who dials {@code number}. */
  Result play(String number, Script script) {
    cast.staff(carrier, Staff.manners(played.kind(), dice.of("desk")), dice.of("staff"));
    CallHandle call = carrier.call(CALLER, number, cast.caller(script));
    accidents(call);
    while (!cast.allGone() && clock.nanos() < LONGEST_CALL.toNanos()) {
      clock.advance(TICK);
      watch.look();
    }
    Duration lasted = Duration.ofNanos(clock.nanos());
    if (!cast.allGone()) {
      watch.broke("the call was not over after " + LONGEST_CALL.toMinutes() + " minutes");
      cast.hangUpAll();
    }
    settle();
    return judged(call.sid(), lasted);
  }

  /** What callers have spoken before. */
  MemoryCallerLanguages languages() {
    return gateways.languages();
  }

  /** Everything on the ledgers. */
  List<LedgerEvent> ledger() {
    LedgerCodec codec = Parts.events();
    return gateways.disk().calls().stream()
        .flatMap(call -> gateways.disk().entries(call).stream())
        .flatMap(entry -> codec.decode(entry).stream())
        .toList();
  }

  /** What of it is of a {@code type}. */
  <E> List<E> ledger(Class<E> type) {
    return ledger().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void accidents(CallHandle call) {
    if (played.kind() == Kind.HANGS_UP) {
      clock.after(dice.of("hang-up").between(Duration.ZERO, Duration.ofSeconds(75)), call::hangUp);
    }
    if (conditions.storeGoes()) {
      Dice store = dice.of("store");
      clock.after(
          store.between(Duration.ZERO, Duration.ofSeconds(50)),
          () -> {
            watch.note("the store goes away");
            gateways.disk().away(true);
            clock.after(
                store.between(Duration.ofMillis(100), Duration.ofSeconds(20)),
                () -> {
                  watch.note("the store is back");
                  gateways.disk().away(false);
                });
          });
    }
  }

  /** Lets everything come to rest that will. */
  private void settle() {
    long until = clock.nanos() + SETTLING.toNanos();
    while (clock.nanos() < until && busy()) {
      clock.advance(SETTLING_STEP);
      watch.look();
    }
  }

  private boolean busy() {
    GatewayProcess process = gateways.living();
    return process == null || process.holdsTimers() || !process.core().held().isEmpty();
  }

  private Result judged(String sid, Duration lasted) {
    new Judgement(played, gateways, carrier, sockets, watch).judge(sid);
    return Result.of(played, lasted, watch, cast.failure(), gateways, carrier);
  }
}
