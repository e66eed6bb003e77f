package org.cordboard.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.config.SystemClock;
import org.jspecify.annotations.Nullable;

/**
 * Gateway and simulator as processes of their own on free ports of this machine; the gateway brings
 * its store. Does to them what a scenario asks for: kill, restart, stop the store.
 */
public final class CallCentre implements AutoCloseable {
  private final Path folder;
  private final @Nullable Path settings;
  private final Map<String, String> both;
  private final ObjectMapper json = new ObjectMapper();
  private final long run = now(); // new SIDs, and a store where nothing has been refunded yet
  private final int gatewayPort = Ports.free(8080);
  private final int consolePort = Ports.free(8081);
  private final int simPort = Ports.free(8090);
  private final int storePort = Ports.free(6390);
  private @Nullable ChildProcess gateway;
  private @Nullable ChildProcess simulator;
  private boolean closed;

  CallCentre(Path folder, @Nullable Path settings) {
    this(folder, settings, Map.of());
  }

  /**
   * A call centre that is not started yet.
   *
   * @param folder where recordings, logs and the store's data go
   * @param settings a HOCON file for both processes
   * @param both settings of both processes, over those of the file
   */
  public CallCentre(Path folder, @Nullable Path settings, Map<String, String> both) {
    this.folder = folder;
    this.settings = settings;
    this.both = Map.copyOf(both);
  }

  /** Where the gateway's pages and API are. */
  public URI console() {
    return URI.create("http://127.0.0.1:" + consolePort);
  }

  /** Where the carrier reaches the gateway. */
  URI gateway() {
    return URI.create("http://127.0.0.1:" + gatewayPort);
  }

  /** Where the gateway expects the carrier. */
  int simPort() {
    return simPort;
  }

  /** Starts the gateway, which starts its store. */
  public synchronized void startGateway() {
    if (closed) {
      return;
    }
    Map<String, String> set = new LinkedHashMap<>(both);
    set.put("gateway.http.port", String.valueOf(gatewayPort));
    set.put("gateway.console.port", String.valueOf(consolePort));
    set.put("gateway.data-dir", folder.resolve("gateway").toString());
    set.put("gateway.twilio.public-url", "http://127.0.0.1:" + gatewayPort);
    set.put("gateway.twilio.api-url", "http://127.0.0.1:" + simPort);
    set.put("store.redis.port", String.valueOf(storePort));
    set.put("store.redis.key-prefix", "demo-" + run);
    set.put("store.folder", folder.resolve("store").toString());
    gateway =
        ChildProcess.start(
            "gateway", command("gateway"), set, folder.resolve("gateway.log"), line -> {});
  }

  /**
   * Plays a scenario; answers the simulator's exit status.
   *
   * @param results takes each call's result, with its {@code timeline}, {@code ledger}, {@code
   *     recording} and {@code report}
   * @param progress takes what the simulator tells meanwhile
   */
  public int play(Path scenario, Consumer<JsonNode> results, Consumer<JsonNode> progress)
      throws InterruptedException {
    return play(List.of(scenario), 1, results, progress);
  }

  /** As {@link #play(Path, Consumer, Consumer)}, several scenarios, {@code jobs} at once. */
  public int play(
      List<Path> scenarios, int jobs, Consumer<JsonNode> results, Consumer<JsonNode> progress)
      throws InterruptedException {
    Map<String, String> set = new LinkedHashMap<>(both);
    set.put("sim.port", String.valueOf(simPort));
    set.put("sim.gateway-url", "http://127.0.0.1:" + gatewayPort);
    set.putIfAbsent("sim.seed", String.valueOf(run));
    // people may think a little longer, the gateway may not: half the processors are enough for
    // their ears
    set.put("speech.whisper.threads", "1");
    set.put("sim.data-dir", folder.resolve("calls").toString());
    List<String> arguments = command("sim");
    arguments.addAll(List.of("run", "--lines", "--jobs", String.valueOf(jobs)));
    arguments.addAll(List.of("--console", console().toString()));
    scenarios.forEach(scenario -> arguments.add(scenario.toString()));
    ChildProcess started =
        ChildProcess.start(
            "simulator",
            arguments,
            set,
            folder.resolve("simulator.log"),
            line -> message(line, results, progress));
    synchronized (this) {
      simulator = started;
    }
    return started.await();
  }

  private static long now() {
    try (SystemClock clock = new SystemClock("run")) {
      return clock.now().toEpochMilli();
    }
  }

  private List<String> command(String name) {
    List<String> arguments = new ArrayList<>(List.of(name));
    if (settings != null) {
      arguments.addAll(List.of("--settings", settings.toAbsolutePath().toString()));
    }
    return arguments;
  }

  private void message(String line, Consumer<JsonNode> results, Consumer<JsonNode> progress) {
    JsonNode message;
    try {
      message = json.readTree(line);
    } catch (JsonProcessingException other) {
      return; // not for us
    }
    switch (message.path("event").asText()) {
      case "result" -> results.accept(message.path("result"));
      case "deed" -> perform(message.path("deed").asText(), message.path("id").asLong());
      default -> progress.accept(message);
    }
  }

  private void perform(String deed, long id) {
    String problem = "";
    switch (deed) {
      case "kill-gateway" -> killGateway();
      case "start-gateway" -> startGateway();
      case "stop-store" -> problem = StoreSwitch.stop(folder.resolve("store"));
      case "start-store" -> problem = StoreSwitch.start(folder.resolve("store"), storePort);
      default -> problem = "nobody can do '" + deed + "' here";
    }
    ChildProcess asked = simulator;
    if (asked != null) {
      asked.tell("done " + id + " " + problem);
    }
  }

  private synchronized void killGateway() {
    if (gateway != null) {
      gateway.kill();
    }
  }

  /** Ends the simulator, then the gateway, which stops its store last. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (simulator != null) {
      simulator.close();
    }
    if (gateway != null) {
      gateway.close();
    }
  }
}
