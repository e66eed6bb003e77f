package org.cordboard.lab;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordboard.config.Completion;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.store.StoreParts;
import org.cordboard.gateway.Gateway;
import org.cordboard.gateway.Parts;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.party.EarSettings;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.scenario.Deeds;
import org.cordboard.sim.scenario.LedgerReader;
import org.cordboard.sim.scenario.Moment;
import org.cordboard.sim.scenario.Scenario;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.sim.scenario.ScenarioListener;
import org.cordboard.sim.scenario.ScenarioResult;
import org.cordboard.sim.scenario.ScenarioRunner;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;

/**
 * Gateway, embedded store and simulator in one process over real sockets of this machine, with
 * scripted speech on both sides: what is said is what is heard, twice as fast as people talk.
 */
final class Loopback implements AutoCloseable {
  static final String TOKEN = "sim-auth-token-0001";
  static final int LIMIT_S = 180; // generous: the machine may be busy
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final String COMPANY = "+15550100002";

  private final int storePort = Ports.any();
  private final int gatewayPort = Ports.any();
  private final int simPort;
  private final Path store;
  private final Vertx vertx = Vertx.vertx();
  private final SystemClock clock = new SystemClock("loopback");
  private final SpeechParts speech;
  private final SimServer server;
  private final Settings settings;
  private Settings gatewaySettings;
  private @Nullable LedgerReader ledgers;
  private @Nullable Gateway gateway;

  Loopback(Path folder) throws Exception {
    this(folder, Map.of());
  }

  /** With {@code given} settings over its own. */
  Loopback(Path folder, Map<String, String> given) throws Exception {
    this(folder, null, given);
    startGateway();
  }

  private Loopback(Path folder, @Nullable Path file, Map<String, String> given) throws Exception {
    this.store = folder.resolve("store");
    this.simPort = Ports.any();
    this.settings = settings(folder, file, simPort, given);
    this.gatewaySettings = settings;
    this.speech = SpeechParts.assemble(settings, clock);
    this.server =
        of(SimServer.start(settings.bind("sim", SimSettings.class), vertx, speech.synthesizer()));
  }

  /**
   * A carrier with settings of {@code file}, without a gateway: {@link #startGateway} starts one.
   */
  static Loopback withoutGateway(Path folder, Path file) throws Exception {
    return new Loopback(folder, file, Map.of());
  }

  /** With a gateway whose calls are heard by speech nodes at these ports of this machine. */
  static Loopback hearing(Path folder, int... ports) throws Exception {
    Loopback made = new Loopback(folder, null, Map.of());
    Map<String, String> nodes = new HashMap<>();
    nodes.put("speech.recognizer.type", "node");
    nodes.put("speech.recognizer.secondary", "none");
    String addresses =
        Arrays.stream(ports)
            .mapToObj(port -> "\"127.0.0.1:" + port + "\"")
            .collect(Collectors.joining(","));
    Path file = folder.resolve("nodes.conf");
    Files.writeString(file, "speech.node.addresses = [" + addresses + "]");
    made.gatewaySettings = made.settings(folder, file, made.simPort, nodes);
    made.startGateway();
    return made;
  }

  void startGateway() {
    Gateway started = Gateway.start(gatewaySettings);
    gateway = started;
    ledgers = new LedgerReader(vertx, console());
  }

  /** Where the supervisors' pages are. */
  String console() {
    return "http://127.0.0.1:" + Objects.requireNonNull(gateway, "no gateway").consolePort();
  }

  SimCarrier carrier() {
    return server.carrier();
  }

  private Settings settings(
      Path folder, @Nullable Path file, int simPort, Map<String, String> given) {
    Map<String, String> set = new HashMap<>();
    set.put("speech.recognizer.type", "scripted");
    set.put("speech.synthesizer.type", "scripted");
    set.put("speech.vad.type", "energy");
    set.put("gateway.http.host", "127.0.0.1");
    set.put("gateway.http.port", String.valueOf(gatewayPort));
    set.put("gateway.console.port", "0");
    set.put("gateway.data-dir", folder.resolve("gateway").toString());
    set.put("gateway.twilio.public-url", origin());
    set.put("gateway.twilio.api-url", "http://127.0.0.1:" + simPort);
    set.put("playbook.path", brisk(folder.resolve("playbook")).toString());
    set.put("handoff.drop-within", "1s"); // they talk twice as fast, and say little
    set.put("store.folder", store.toString());
    set.put("store.redis.port", String.valueOf(storePort));
    set.put("sim.port", String.valueOf(simPort));
    set.put("sim.gateway-url", origin());
    set.put("sim.data-dir", folder.resolve("calls").toString());
    set.putAll(given);
    return Settings.load(file, Map.of(), set);
  }

  /** The sample company, spoken as fast as a playbook may ask for. */
  private static Path brisk(Path copy) {
    Path sample = ROOT.resolve("dialog/playbook");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(sample.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Path voice = copy.resolve("voice.conf");
      Files.writeString(voice, Files.readString(voice).replaceAll("rate = [0-9.]+", "rate = 2"));
      return copy;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the carrier reaches the gateway. */
  String origin() {
    return "http://127.0.0.1:" + gatewayPort;
  }

  int gatewayPort() {
    return gatewayPort;
  }

  Vertx vertx() {
    return vertx;
  }

  /** Plays {@code loopback/NAME.yaml}; completes when it is judged. */
  CompletableFuture<ScenarioResult> play(String name, Consumer<Moment> moments) throws Exception {
    Path file =
        Path.of(Loopback.class.getResource("/loopback/" + name + ".yaml").toURI()).toAbsolutePath();
    Scenario scenario = ScenarioFile.read(file, speech.synthesizer().voices());
    Senses senses =
        new Senses(
            server.exchange().loop(), speech.synthesizer(), speech.recognizer(), EarSettings.USUAL);
    CompletableFuture<ScenarioResult> done = new CompletableFuture<>();
    LedgerReader reader = Objects.requireNonNull(ledgers, "no gateway");
    new ScenarioRunner(server.exchange(), senses, reader, deeds(), COMPANY)
        .run(
            scenario,
            new ScenarioListener() {
              @Override
              public void onMoment(Moment moment) {
                moments.accept(moment);
              }
            },
            done::complete);
    return done.orTimeout(LIMIT_S, TimeUnit.SECONDS);
  }

  private Deeds deeds() {
    return (deed, done) ->
        CompletableFuture.runAsync(
            () ->
                done.accept(
                    switch (deed) {
                      case "stop-store" -> StoreSwitch.stop(store);
                      case "start-store" -> StoreSwitch.start(store, storePort);
                      default -> "nobody can do '" + deed + "' here";
                    }));
  }

  /** Stops the gateway in order, and with it its store; the simulator stays. */
  void stopGateway() {
    Gateway running = gateway;
    gateway = null;
    if (running != null) {
      running.close();
    }
  }

  /** Writes the ledger of a call as a process leaves it that dies; there must be no gateway. */
  void leaveBehind(String callSid, LedgerEvent... events) throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    try (StoreParts kept = StoreParts.assemble(settings, Parts.events(), clock, "dead-node")) {
      clock.run(
          () -> {
            CallLedger ledger = kept.ledgers().open(new CallId(callSid), clock);
            List.of(events).forEach(ledger::append);
            ledger.close(() -> closed.complete(null));
          });
      closed.get(LIMIT_S, TimeUnit.SECONDS);
    }
  }

  /** The ledger of the call that ended last, as it lies in the store after the gateway's end. */
  List<LedgerEntry> storedLedger() throws Exception {
    CompletableFuture<List<LedgerEntry>> entries = new CompletableFuture<>();
    try (StoreParts kept = StoreParts.assemble(settings, Parts.events(), clock, "reader")) {
      kept.ledgers()
          .ended(
              1,
              clock,
              Completion.of(
                  calls ->
                      kept.ledgers()
                          .read(
                              calls.get(0),
                              clock,
                              Completion.of(entries::complete, entries::completeExceptionally)),
                  entries::completeExceptionally));
      return entries.get(LIMIT_S, TimeUnit.SECONDS);
    }
  }

  static <T> T of(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LIMIT_S, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    if (ledgers != null) {
      ledgers.close();
    }
    of(server.close());
    stopGateway();
    speech.close();
    of(vertx.close());
    clock.close();
  }
}
