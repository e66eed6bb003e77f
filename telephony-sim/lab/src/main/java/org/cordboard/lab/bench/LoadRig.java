package org.cordboard.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordboard.config.Clock;
import org.cordboard.config.Secret;
import org.cordboard.config.Settings;
import org.cordboard.dialog.store.EmbeddedRedis;
import org.cordboard.dialog.store.StoreSettings;
import org.cordboard.lab.Ports;
import org.cordboard.sim.load.CallerScript;
import org.cordboard.sim.load.Load;
import org.cordboard.sim.load.LoadSettings;
import org.cordboard.sim.load.LoadTarget;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.turn.EndpointingProfile;
import org.cordboard.speech.wiring.SpeechSettings;

/**
 * A store, a gateway on a core of its own, and a load on it; all of it is gone when it is closed.
 */
final class LoadRig implements AutoCloseable {
  private static final String NUMBER = "+15550100002"; // the playbook's

  private final Path folder;
  private final EmbeddedRedis store;
  private final GatewayProcess gateway;
  private final Load load;
  private final Duration planted;

  private LoadRig(
      Path folder, EmbeddedRedis store, GatewayProcess gateway, Load load, Duration planted) {
    this.folder = folder;
    this.store = store;
    this.gateway = gateway;
    this.load = load;
    this.planted = planted;
  }

  /**
   * What is set up.
   *
   * @param settings the user's
   * @param load how callers behave
   * @param overrides settings of the gateway over the user's
   * @param folder for logs; what is large is removed again
   * @param jvm options of the gateway's Java
   */
  record Plan(
      Settings settings,
      LoadSettings load,
      Map<String, String> overrides,
      Path folder,
      List<String> jvm) {}

  /** Starts everything. This process must have been pinned already: the store inherits that. */
  static LoadRig start(Plan plan, Pinning pinning, Clock clock) throws IOException {
    int port = Ports.free(8080);
    Path scratch = Files.createTempDirectory("cordboard-load");
    EmbeddedRedis store =
        EmbeddedRedis.start(
            Settings.load(
                    null,
                    Map.of(),
                    Map.of(
                        "store.folder",
                        scratch.resolve("store").toString(),
                        "store.redis.port",
                        String.valueOf(Ports.free(6390))))
                .bind("store", StoreSettings.class));
    try {
      return start(plan, pinning, clock, new Ground(port, scratch, store));
    } catch (RuntimeException failed) {
      store.close();
      remove(scratch);
      throw failed;
    }
  }

  private record Ground(int port, Path scratch, EmbeddedRedis store) {}

  private static LoadRig start(Plan plan, Pinning pinning, Clock clock, Ground ground) {
    int port = ground.port();
    Map<String, String> set = settings(plan, port, ground.scratch(), ground.store().uri());
    Settings far = Settings.load(null, Map.of(), set);
    SpeechSettings ears = SpeechSettings.of(far);
    Duration planted = planted(far, ears, plan.load());
    CallerScript script = CallerScript.of(plan.load().says(), ears.vad(), ears.endpointing());
    GatewayProcess gateway =
        GatewayProcess.start(
            new GatewayProcess.Plan(
                plan.load().answer(),
                plan.load().think().toMillis(),
                set,
                plan.folder().resolve("gateway.log"),
                plan.jvm()),
            pinning);
    LoadTarget target =
        new LoadTarget(
            URI.create("http://127.0.0.1:" + port),
            far.raw().getString("gateway.twilio.account-sid"),
            new Secret(far.raw().getString("gateway.twilio.auth-token")),
            NUMBER);
    Load load = new Load(target, plan.load(), script, planted, clock);
    return new LoadRig(ground.scratch(), ground.store(), gateway, load, planted);
  }

  private static Map<String, String> settings(Plan plan, int port, Path scratch, URI store) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("speech.recognizer.type", "scripted");
    set.put("speech.synthesizer.type", "scripted");
    set.put("speech.vad.type", "scripted");
    set.put("speech.endpointing.words", "false"); // so that the caller knows when its turn is over
    set.put("gateway.http.host", "127.0.0.1");
    set.put("gateway.http.port", String.valueOf(port));
    set.put("gateway.console.port", "0");
    set.put("gateway.call.max-calls", "100000");
    set.put("gateway.data-dir", scratch.resolve("gateway").toString());
    set.put("gateway.twilio.public-url", "http://127.0.0.1:" + port);
    set.put("gateway.twilio.api-url", "http://127.0.0.1:9"); // nothing is asked of the carrier
    set.put("store.redis.uri", store.toString());
    set.put("store.redis.key-prefix", "load");
    set.putAll(plan.overrides());
    return set;
  }

  /** From the frame that ends a turn to the answer's first audio, all that is asked for. */
  static Duration planted(Settings far, SpeechSettings ears, LoadSettings load) {
    Duration voice = far.bind("speech.scripted.voice", ScriptedVoiceSettings.class).firstAudio();
    Duration words =
        far.bind("speech.scripted.recognizer", ScriptedRecognizerSettings.class).finalLag();
    EndpointingProfile profile = ears.endpointing().profile(Expectation.FREE);
    Duration ahead = profile.end().minus(profile.pause()); // a decode on trial runs meanwhile
    Duration rest = words.compareTo(ahead) > 0 ? words.minus(ahead) : Duration.ZERO;
    return load.think().plus(voice).plus(rest);
  }

  Load load() {
    return load;
  }

  GatewayProcess gateway() {
    return gateway;
  }

  Duration planted() {
    return planted;
  }

  @Override
  public void close() {
    load.close();
    gateway.close();
    store.close();
    remove(folder);
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : List.copyOf(all.sorted(Comparator.reverseOrder()).toList())) {
        Files.deleteIfExists(each);
      }
    } catch (IOException left) {
      // it lies in the system's folder for temporary files, which empties itself
    }
  }
}
