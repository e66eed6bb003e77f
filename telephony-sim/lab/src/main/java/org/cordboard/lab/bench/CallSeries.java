package org.cordboard.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.lab.CallCentre;
import org.cordboard.lab.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * Calls in real time: each against a gateway that is started for it, so that none inherits
 * another's state, or several at once against one.
 */
final class CallSeries {
  private static final int MOST_CALLS = 10_000;

  private final Path folder;
  private final @Nullable Path settings;
  private final Map<String, String> both;
  private final PrintWriter out;
  private final long seed;
  private int number;

  CallSeries(Path folder, @Nullable Path settings, Parts parts, long seed, PrintWriter out) {
    this.folder = folder;
    this.settings = settings;
    this.both = parts.settings();
    this.seed = seed;
    this.out = out;
  }

  /**
   * Plays a scenario once; answers the simulator's result. Each call has a seed of its own, and so
   * an identifier of its own.
   */
  JsonNode play(Path scenario, int of) throws InterruptedException {
    return play(List.of(scenario), 1, of).get(0);
  }

  /**
   * Plays scenarios against one gateway, {@code jobs} at once; answers the simulator's results in
   * the order in which the calls ended. Each call must come from a number of its own, or the
   * gateway remembers the caller.
   */
  List<JsonNode> play(List<Path> scenarios, int jobs, int of) throws InterruptedException {
    Map<String, String> set = new HashMap<>(both);
    set.put("sim.seed", String.valueOf(seed * MOST_CALLS + number + 1));
    List<JsonNode> results = new ArrayList<>();
    try (CallCentre centre = new CallCentre(folder, settings, set)) {
      Thread stop = new Thread(centre::close, "bench-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        centre.startGateway();
        centre.play(scenarios, jobs, result -> results.add(told(result, of)), progress -> {});
      } finally {
        forget(stop);
      }
    }
    if (results.size() < scenarios.size()
        || results.stream().anyMatch(each -> each.path("recording").asText().isEmpty())) {
      throw new CommandFailure(
          2, "a call was not played; see gateway.log and simulator.log in " + folder);
    }
    return results;
  }

  private JsonNode told(JsonNode result, int of) {
    number++;
    out.printf(
        "  call %d of %d: %s%s%n",
        number,
        of,
        result.path("passed").asBoolean() ? "passed" : "FAILED",
        result.path("failures").isEmpty()
            ? ""
            : " (" + result.path("failures").get(0).path("text").asText() + ")");
    out.flush();
    return result;
  }

  /** The call of a result, with its page written beside the recording. */
  static PlayedCall read(JsonNode result) throws IOException {
    PlayedCall call = PlayedCall.of(result);
    call.writePage(PlayedCall.page(call.wav()));
    return call;
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException shuttingDown) {
      // the hook is running: it does what would be done here
    }
  }
}
