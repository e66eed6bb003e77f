package org.cordboard.lab.virtual;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.gateway.GatewayCore;
import org.cordboard.gateway.Outside;
import org.cordboard.gateway.Parts;
import org.cordboard.gateway.call.RecordedMessages;
import org.cordboard.sim.carrier.CallHandle;
import org.cordboard.sim.carrier.CarrierPlan;
import org.cordboard.sim.carrier.DialKnobs;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.carrier.WebhookKnobs;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.media.MediaKnobs;
import org.cordboard.sim.party.EarSettings;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.party.SimulatedPerson;
import org.cordboard.sim.rest.RestApi;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;

/**
 * Calls in virtual time, taped at the carrier's edge. The carrier and the gateway are as in {@link
 * World}; nothing fails, and the network takes no time but that of {@code wire}.
 */
public final class Stage {
  private static final Instant MORNING = Instant.parse("2026-01-05T17:00:00Z");
  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(6);

  private final Company company;
  private final Engine engine;
  private final Play play;

  /**
   * How the caller is heard and spoken to.
   *
   * @param words when words come before an utterance is over
   * @param partialLag how much later than they end, when they come while they are spoken
   * @param finalLag from the beginning of a pause to all words before it
   * @param firstAudio from asking the gateway's voice to its first sound
   * @param wordErrors share of words that are lost or garbled
   * @param mistaken share of coughs and noises that are taken for a voice
   * @param wire how long a message takes between carrier and gateway at most
   */
  public record Engine(
      Words words,
      Duration partialLag,
      Duration finalLag,
      Duration firstAudio,
      double wordErrors,
      double mistaken,
      Duration wire) {}

  /** When a recogniser has words before an utterance is over. */
  public enum Words {
    /** While the caller speaks. */
    WHILE_SPOKEN,
    /** In a pause, after a decode on trial. */
    IN_PAUSES
  }

  /**
   * A call that is over.
   *
   * @param begun when the tape begins
   * @param caller what the caller's side sent, μ-law of 8 kHz
   * @param heard what it heard
   * @param sounds what the caller did over statements: kind and moment
   * @param failure why the caller did not get what they called for, or empty
   * @param ledger the call's entries
   * @param metrics of the gateway, in Prometheus' form
   */
  @SuppressWarnings("ArrayRecordComponent") // whole tapes: copying them buys nothing
  public record Taped(
      Instant begun,
      byte[] caller,
      byte[] heard,
      List<Sound> sounds,
      String failure,
      List<LedgerEntry> ledger,
      String metrics) {}

  /** Announced by the caller at {@code atMs} of the tape. */
  public record Sound(String kind, long atMs) {}

  private Stage(Company company, Engine engine, Play play) {
    this.company = company;
    this.engine = engine;
    this.play = play;
  }

  /**
   * A stage for many calls; loads for a second or two.
   *
   * @param scratch the gateway's folder
   * @param set over all other settings
   * @param settings lays what is set over what else there is, such as a user's own
   */
  public static Stage load(
      Play play,
      Path scratch,
      Engine engine,
      Map<String, String> set,
      Function<Map<String, String>, Settings> settings) {
    Map<String, String> all = new HashMap<>(set);
    all.put("speech.vad.type", "silero"); // the planted model's verdict counts as Silero's would
    return new Stage(Company.load(scratch, all, settings), engine, play);
  }

  /** Plays the call of a seed; the same seed plays the same. */
  public Taped play(long seed) {
    Dice dice = new Dice(seed);
    ManualClock clock = new ManualClock(MORNING);
    Gateway gateway = new Gateway(clock, dice.of("gateway"));
    Wire wire = new Wire(dice.of("wire"), Duration.ZERO, engine.wire());
    SimCarrier carrier = carrier(clock, wire, gateway, dice);
    gateway.start(new RestApi(carrier, company.sim().authToken()));
    Tape tape = new Tape(clock);
    SimulatedPerson person =
        new SimulatedPerson(
            "scripted",
            new Pickup(Pickup.Manner.IGNORE, Duration.ZERO),
            play.caller(dice.of("caller")),
            new Senses(
                clock,
                new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO)),
                new ScriptedRecognizer(
                    new ScriptedRecognizerSettings(
                        Duration.ofMillis(200), Duration.ofMillis(200), 0, 1)),
                EarSettings.USUAL),
            dice.of("coughs").between(1, 1_000_000),
            tape);
    CallHandle call = carrier.call("+15550123", Company.NUMBER, tape.of(person));
    while (!tape.over() && clock.nanos() < LONGEST.toNanos()) {
      clock.advance(TICK);
    }
    person.hangUp();
    clock.advance(Duration.ofSeconds(2));
    return tape.taped(gateway.disk.entries(new CallId(call.sid())), gateway.metrics());
  }

  private SimCarrier carrier(ManualClock clock, Wire wire, Gateway gateway, Dice dice) {
    CarrierPlan plan =
        new CarrierPlan(
            company.sim().accountSid(),
            company.sim().authToken(),
            dice.of("carrier").between(1, Integer.MAX_VALUE - 1),
            Map.of(Company.NUMBER, company.line()),
            MediaKnobs.defaults(),
            new WebhookKnobs(Duration.ofSeconds(1), Duration.ofMillis(200), 0),
            DialKnobs.plain(),
            company.sim().rooms(),
            company.sim().pay());
    return SimCarrier.start(
        plan,
        new SimCarrier.Ports(
            clock,
            new VirtualHttp(clock, gateway::process, wire),
            new VirtualSockets(clock, gateway::process, wire, new Unwatched()),
            new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO)),
            new InlineWorkers("files"),
            Optional.empty(),
            false,
            "http://127.0.0.1:8090"));
  }

  private static final class Unwatched implements VirtualSockets.Tap {
    @Override
    public void said(String text) {
      // the tape has it
    }

    @Override
    public void note(String what) {
      // nothing goes wrong here
    }
  }

  /** The gateway's one process. */
  private final class Gateway implements VirtualLedgers.Witness {
    private final ManualClock clock;
    private final Dice dice;
    private final Disk disk = new Disk();
    private @Nullable GatewayProcess process;

    Gateway(ManualClock clock, Dice dice) {
      this.clock = clock;
      this.dice = dice;
    }

    @Nullable GatewayProcess process() {
      return process;
    }

    void start(RestApi api) {
      MortalLoop loop =
          new MortalLoop(
              clock,
              failure -> {
                throw new IllegalStateException("the gateway threw", failure);
              });
      SeededWorkers workers =
          new SeededWorkers(
              "stage",
              dice.of("workers"),
              new SeededWorkers.Delays(Duration.ofMillis(5), 0, Duration.ofMillis(5)));
      VirtualLedgers ledgers =
          new VirtualLedgers(disk, "stage", company.codec(), dice.of("ledger"), this);
      MemoryPromises promises = new MemoryPromises();
      Parts parts =
          new Parts(
              "stage",
              company.codec(),
              company.mind().playbook(),
              speech(),
              ledgers,
              play.dialogs(
                  company,
                  new DialogParts.Ground(
                      company.codec(), new MemoryEffects(), promises, workers, loop)),
              new RecordedMessages(promises, workers, ledgers, company.codec()),
              List.of());
      Dice names = dice.of("names");
      GatewayCore core =
          GatewayCore.assemble(
              company.settings(),
              parts,
              new Outside(
                  () -> loop,
                  workers,
                  new VirtualRest(api, VirtualRest.Faults.NONE, dice.of("rest"), workers),
                  new InlineWorkers("recordings"),
                  names::name));
      process = new GatewayProcess(loop, core, ledgers);
    }

    private String metrics() {
      return process == null ? "" : process.core().metrics();
    }

    private SpeechParts speech() {
      SpeechRecognizer recognizer =
          new ScriptedRecognizer(
              new ScriptedRecognizerSettings(
                  engine.words() == Words.IN_PAUSES ? Duration.ZERO : engine.partialLag(),
                  engine.finalLag(),
                  engine.wordErrors(),
                  dice.of("errors").between(1, 1_000_000)));
      Dice mistakes = dice.of("mistakes");
      return SpeechParts.of(
          company.settings(),
          List.of(
              engine.words() == Words.IN_PAUSES
                  ? new WordsInPauses(recognizer, engine.finalLag())
                  : recognizer),
          List.of(new ScriptedSynthesizer(new ScriptedVoiceSettings(engine.firstAudio()))),
          Optional.of(() -> new PlantedVoices(mistakes, engine.mistaken())));
    }

    @Override
    public void appending(CallId call) {
      // nobody dies here
    }

    @Override
    public void committed(CallId call, LedgerEntry entry) {
      // nothing is lost here
    }
  }
}
