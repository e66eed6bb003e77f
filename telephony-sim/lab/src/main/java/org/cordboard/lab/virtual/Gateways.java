package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.memory.MemoryCallerLanguages;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.gateway.GatewayCore;
import org.cordboard.gateway.Languages;
import org.cordboard.gateway.Mind;
import org.cordboard.gateway.Outside;
import org.cordboard.gateway.Parts;
import org.cordboard.gateway.call.RecordedMessages;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.rest.RestApi;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;

/**
 * The gateway of a world, one process at a time: made, killed between two ledger appends when the
 * case says so, and started again over the same store.
 */
final class Gateways implements VirtualLedgers.Witness {
  private static final Duration SHORTEST_OUTAGE = Duration.ofMillis(300);
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(6);

  private final Company company;
  private final Conditions conditions;
  private final ManualClock clock;
  private final Dice dice;
  private final Watch watch;
  private final Engines engines;
  private final Disk disk = new Disk();
  private final VirtualEffects effects = new VirtualEffects(disk, this::step);
  private final MemoryPromises promises = new MemoryPromises();
  private final MemoryCallerLanguages languages = new MemoryCallerLanguages();
  private final Committed committed = new Committed();
  private @Nullable RestApi carrier;
  private @Nullable GatewayProcess living;
  private int stepsLeft;
  private int started;

  Gateways(
      Company company,
      Conditions conditions,
      Engines engines,
      ManualClock clock,
      Dice dice,
      Watch watch) {
    this.engines = engines;
    this.company = company;
    this.conditions = conditions;
    this.clock = clock;
    this.dice = dice;
    this.watch = watch;
    this.stepsLeft = conditions.dies() ? dice.between(1, 45) : Integer.MAX_VALUE;
  }

  /** Starts the first process; {@code api} is the carrier's. */
  void start(RestApi api) {
    carrier = api;
    start();
  }

  private void start() {
    RestApi api = carrier;
    if (api == null) {
      throw new IllegalStateException("there is no carrier yet");
    }
    String node = "node-" + ++started;
    Dice own = dice.of(node);
    MortalLoop loop =
        new MortalLoop(clock, failure -> watch.broke("the gateway threw " + Thrown.where(failure)));
    SeededWorkers mind = workers("dialog", own);
    SeededWorkers requests = workers("carrier", own);
    VirtualLedgers ledgers =
        new VirtualLedgers(disk, node, company.codec(), own.of("ledger"), this);
    DialogParts.Ground ground =
        new DialogParts.Ground(company.codec(), effects, promises, mind, loop);
    DialogParts dialogs =
        DialogParts.assemble(
            company.dialog(),
            company.mind().dialogs(),
            ground,
            new FaultyModel(company.model(), conditions.model(), own.of("model"), mind::linger));
    SpeechParts speech = engines.make(company, own);
    Parts parts =
        new Parts(
            node,
            company.codec(),
            company.mind().playbook(),
            speech,
            ledgers,
            dialogs,
            new RecordedMessages(promises, mind, ledgers, company.codec()),
            new Languages(
                company.german().map(german -> german(german, speech, ground)).stream().toList(),
                languages,
                mind),
            List.of());
    Dice names = own.of("names");
    GatewayCore core =
        GatewayCore.assemble(
            company.settings(),
            parts,
            new Outside(
                () -> loop,
                requests,
                new VirtualRest(api, conditions.rest(), own.of("rest"), requests),
                new InlineWorkers("recordings"),
                names::name));
    GatewayProcess process = new GatewayProcess(loop, core, ledgers);
    living = process;
    watch.note(node + " starts");
    watch.follow(process);
    loop.run(core::takeUpOrphans);
  }

  private Languages.Spoken german(Mind german, SpeechParts speech, DialogParts.Ground ground) {
    return new Languages.Spoken(
        Locale.GERMANY,
        List.of(Company.GERMAN_NUMBER),
        german.playbook(),
        speech,
        DialogParts.assemble(
            company.dialog(), german.dialogs(), ground, german.dialogs().builtIn()));
  }

  private SeededWorkers workers(String name, Dice own) {
    return new SeededWorkers(name, own.of(name), conditions.work());
  }

  /** The process that lives, if one does. */
  @Nullable GatewayProcess living() {
    return living;
  }

  /** The moment at which a process may die. */
  private void step() {
    if (--stepsLeft == 0) {
      GatewayProcess dying = living;
      if (dying != null) {
        living = null;
        watch.note("the gateway dies");
        dying.die();
        clock.after(dice.between(SHORTEST_OUTAGE, LONGEST_OUTAGE), this::start);
      }
      throw new ProcessDied();
    }
  }

  @Override
  public void appending(CallId call) {
    step();
  }

  @Override
  public void committed(CallId call, LedgerEntry entry) {
    committed.add(call, entry);
  }

  Disk disk() {
    return disk;
  }

  VirtualEffects effects() {
    return effects;
  }

  MemoryCallerLanguages languages() {
    return languages;
  }

  MemoryPromises promises() {
    return promises;
  }

  Committed committed() {
    return committed;
  }
}
