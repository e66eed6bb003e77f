package org.cordboard.handoff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.DialogAction.Escalate;

/** A call about to be handed over, in virtual time: Sam and Kim at the desk, Sam has the skill. */
final class Scene implements TransferListener {
  static final HandoffSettings SETTINGS = HandoffSettings.from(Settings.parse(""));
  static final String ROOM = "xfer-CA1-o1";

  final ManualClock clock = new ManualClock();
  final FakeLedger ledger;
  final FakeControl carrier = new FakeControl();
  final StaticDesk desk;
  final TransferDriver driver;
  final List<String> told = new ArrayList<>();

  Scene() {
    this(new FakeLedger(), "Sam", "Kim");
  }

  Scene(FakeLedger ledger, String... names) {
    this.ledger = ledger;
    List<TransferTarget> people = new ArrayList<>();
    for (String name : names) {
      Set<String> skills = name.equals("Sam") ? Set.of("billing") : Set.of();
      people.add(new TransferTarget("a-" + name, name, "+15550100009", skills));
    }
    this.desk = new StaticDesk(people, Duration.ofHours(1), clock);
    this.driver =
        new Handoff(desk, FakeLedger.CODEC, SETTINGS).forCall(carrier, ledger, clock, this);
  }

  void start() {
    driver.start(new Escalate("R14", false, "asked for a person", "billing"));
  }

  void dialed(String offer) {
    carrier.dialing(offer).done("leg-" + offer);
  }

  void ringing(String offer) {
    driver.onOfferProgress(offer, "leg-" + offer, "ringing", "");
  }

  void status(String offer, String status) {
    driver.onOfferProgress(offer, "leg-" + offer, status, "");
  }

  void answered(String offer) {
    driver.onOfferAnswered(offer, "leg-" + offer);
  }

  /** Started, dialled, ringing. */
  Scene untilRinging() {
    start();
    dialed("CA1-o1");
    ringing("CA1-o1");
    return this;
  }

  /** Answered, asked for the key. */
  Scene untilBriefing() {
    untilRinging();
    answered("CA1-o1");
    return this;
  }

  /** The key pressed, the brief being spoken. */
  Scene untilAccepted() {
    untilBriefing();
    driver.onOfferKeyed("CA1-o1", "1");
    return this;
  }

  /** The person in the room, the caller being moved. */
  Scene untilMoving() {
    untilAccepted();
    room("participant-join", "agent");
    return this;
  }

  /** Caller and person talk. */
  Scene untilBridged() {
    untilMoving();
    carrier.moves.get(0).done(true);
    room("participant-join", "caller");
    room("conference-start", "");
    return this;
  }

  void room(String event, String label) {
    driver.onConference(event, label, Map.of("FriendlyName", ROOM));
  }

  void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Override
  public void transferring(String name) {
    told.add("transferring " + name);
  }

  @Override
  public void bridged(String name) {
    told.add("bridged " + name);
  }

  @Override
  public void returned(String reason) {
    told.add("returned " + reason);
  }

  @Override
  public void ended() {
    told.add("ended");
  }

  @Override
  public void letGo() {
    told.add("letGo");
  }
}
