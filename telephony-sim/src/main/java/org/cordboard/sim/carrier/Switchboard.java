package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.sim.party.Party;
import org.cordboard.sim.party.Text;
import org.cordboard.sim.twiml.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The switchboard: every leg, who controls it, and the beat that moves their audio. On the
 * simulator's loop only.
 */
final class Switchboard {
  private static final int REMEMBERED = 5000; // ended legs that the API still knows

  private final CarrierPlan plan;
  private final Parts parts;
  private final Map<String, Leg> legs = new LinkedHashMap<>();
  private final Map<String, LegControl> controls = new LinkedHashMap<>();
  private final List<Leg> live = new ArrayList<>();
  private Leg[] ticking = new Leg[0]; // the live legs, as the last tick found them
  private final MediaClock clock;
  private final Dialler dialler;
  private final Documents documents;
  private final Conferences conferences;
  private final ProgressCallbacks progress;
  private final TimeLimits limits;
  private final Queues queues;
  private final Tapes tapes;

  /** What the switchboard works with. */
  record Parts(
      Loop loop,
      Sids sids,
      Notices notices,
      Webhooks webhooks,
      StatusCallbacks callbacks,
      StreamOpener streams,
      Sounds sounds,
      Recordings recordings,
      Files files) {}

  /**
   * Where recordings of {@code <Record>} go.
   *
   * @param apiUrl where they can be fetched
   */
  record Files(Optional<Path> folder, Workers lane, String apiUrl) {}

  Switchboard(CarrierPlan plan, Parts parts) {
    this.plan = plan;
    this.parts = parts;
    this.clock = new MediaClock(parts.loop(), this::tick);
    this.documents = new Documents(parts.webhooks(), plan.accountSid());
    this.limits = new TimeLimits(parts.loop().clock());
    this.dialler = new Dialler(plan.dialing(), this);
    this.conferences = new Conferences(this);
    this.queues = new Queues(this);
    this.tapes = new Tapes(this, parts.files());
    this.progress = new ProgressCallbacks(parts.callbacks(), plan.accountSid(), tapes);
  }

  Loop loop() {
    return parts.loop();
  }

  String accountSid() {
    return plan.accountSid();
  }

  CarrierPlan plan() {
    return plan;
  }

  Notices notices() {
    return parts.notices();
  }

  Documents documents() {
    return documents;
  }

  /** Telephones, and legs towards them. */
  Dialler dialler() {
    return dialler;
  }

  Conferences conferences() {
    return conferences;
  }

  Queues queues() {
    return queues;
  }

  /** The account's recordings. */
  Tapes tapes() {
    return tapes;
  }

  /** Tells a URL about a leg that is over; whatever it answers is not executed. */
  void tell(Leg leg, Verb.Action to, Map<String, String> parameters) {
    tell(leg, "completed", to, parameters);
  }

  /** Tells a URL about a leg in this status; whatever it answers is not executed. */
  void tell(Leg leg, String status, Verb.Action to, Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(CallParameters.of(leg, accountSid(), status));
    form.putAll(parameters);
    callbacks().post(new Callback(to.url(), to.method(), Set.of()), form, leg.sid());
  }

  /** Who is told about which leg. */
  ProgressCallbacks progress() {
    return progress;
  }

  /** How long legs may last. */
  TimeLimits limits() {
    return limits;
  }

  /** Where files are written and deleted. */
  Workers lane() {
    return parts.files().lane();
  }

  /** True when somebody has this number: it was given to them, or they have called from it. */
  boolean reachable(String number) {
    return dialler.knows(number)
        || legs.values().stream()
            .map(Leg::info)
            .anyMatch(
                leg -> leg.direction() == LegInfo.Direction.INBOUND && leg.from().equals(number));
  }

  /** A text has arrived: people on the telephone with that number notice at once. */
  void texted(Text text) {
    for (Leg leg : List.copyOf(live)) {
      LegInfo info = leg.info();
      boolean inbound = info.direction() == LegInfo.Direction.INBOUND;
      if ((inbound ? info.from() : info.to()).equals(text.to())) {
        leg.texted(text);
      }
    }
  }

  StatusCallbacks callbacks() {
    return parts.callbacks();
  }

  StreamOpener streams() {
    return parts.streams();
  }

  Sounds sounds() {
    return parts.sounds();
  }

  Sids sids() {
    return parts.sids();
  }

  Map<String, Leg> legs() {
    return legs;
  }

  @Nullable LegControl control(String sid) {
    return controls.get(sid);
  }

  /** Somebody calls one of the customer's numbers. */
  Leg incoming(String sid, String from, String to, Party caller) {
    LegInfo info = new LegInfo(sid, from, to, LegInfo.Direction.INBOUND, "", loop().clock().now());
    Leg leg = add(new Leg(info, caller, this));
    leg.advance(LegStatus.RINGING);
    NumberPlan number = plan.numbers().get(to);
    if (number == null) {
      notices().add(13224, "the number that was called is not one of sim.numbers", sid);
      leg.end(LegStatus.FAILED, 404);
      return leg;
    }
    Callback terminal =
        new Callback(number.statusCallback(), number.statusMethod(), Set.of("completed"));
    progress.follow(leg, terminal);
    LegControl control =
        control(leg, new Verb.Action(number.fallbackUrl(), number.fallbackMethod()), leg::finish);
    control.load(new Verb.Action(number.voiceUrl(), number.voiceMethod()));
    return leg;
  }

  /** Puts documents in control of {@code leg}. */
  LegControl control(Leg leg, Verb.Action fallback, Runnable atEnd) {
    LegControl control = new LegControl(leg, this, fallback, atEnd);
    controls.put(leg.sid(), control);
    leg.watch(
        changed -> {
          if (changed.status().terminal()) {
            control.stop();
          }
        });
    return control;
  }

  /** A leg is there from now on. */
  Leg add(Leg leg) {
    legs.put(leg.sid(), leg);
    live.add(leg);
    ticking = live.toArray(new Leg[0]);
    clock.start();
    leg.watch(this::follow);
    return leg;
  }

  private void follow(Leg leg) {
    if (leg.connected()) {
      parts.recordings().of(leg.info(), loop().clock().now()).ifPresent(leg::record);
    } else if (leg.status().terminal()) {
      live.remove(leg);
      ticking = live.toArray(new Leg[0]);
      dialler.gone(leg);
      forget();
    }
  }

  private void forget() {
    while (legs.size() > REMEMBERED + live.size()) {
      String oldest =
          legs.values().stream()
              .filter(leg -> leg.status().terminal())
              .findFirst()
              .map(Leg::sid)
              .orElse("");
      forget(oldest);
    }
  }

  /** The API knows this leg no more. */
  void forget(String sid) {
    legs.remove(sid);
    controls.remove(sid);
  }

  private void tick() {
    Leg[] now = ticking; // legs that come or go meanwhile wait for the next tick
    for (Leg leg : now) {
      if (leg.connected()) {
        leg.speak();
      }
    }
    for (Leg leg : now) {
      if (leg.connected()) {
        leg.listen();
      }
    }
    if (live.isEmpty()) {
      clock.stop();
    }
  }

  /** Frames that were given up because the machine stood still. */
  long skippedFrames() {
    return clock.skipped();
  }

  void close() {
    List.copyOf(live).forEach(Leg::release);
    clock.stop();
  }
}
