package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Step;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads {@code wait-for}: a signal, the other side's speech, an entry of the ledger, the state of a
 * transfer, the status of somebody's leg. What the ledger must be watched for is collected.
 */
final class WaitReader {
  private static final Map<String, String> STATUSES =
      Map.of(
          "ringing", "rings",
          "in-progress", "answered",
          "answered", "answered",
          "busy", "refused",
          "refused", "refused",
          "pressed", "pressed",
          "completed", "ended",
          "ended", "ended");

  private final Path file;
  private final Map<String, EntryPattern> watches = new LinkedHashMap<>();

  WaitReader(Path file) {
    this.file = file;
  }

  /** What the ledger must be watched for: signal → what brings it. */
  Map<String, EntryPattern> watches() {
    return watches;
  }

  Step step(YamlMap map, Duration within) {
    Node node = map.need("wait-for", "ended");
    if (!(node instanceof ScalarNode)) {
      return new Step.WaitFor(map.line(), event(map, node), within);
    }
    String signal = map.needText("wait-for", "ended");
    return signal.equals("speech")
        ? new Step.Into(map.line(), Duration.ZERO, List.of(), within)
        : new Step.WaitFor(map.line(), signal, within);
  }

  private String event(YamlMap map, Node node) {
    YamlMap event = new YamlMap(file.toString(), node, "'wait-for'");
    if (event.has("entry")) {
      event.only(Keys.WAIT_ENTRY);
      return watched(entry(event));
    } else if (event.has("transfer")) {
      event.only(Keys.WAIT_TRANSFER);
      String state = event.needText("transfer", "BRIDGED");
      if (!EntryTypes.TRANSFERS.contains(state)) {
        throw event.wrong(
            "transfer",
            "no transfer is ever '" + state + "'; " + Nearest.advice(state, EntryTypes.TRANSFERS));
      }
      return watched(new EntryPattern("TransferChanged", Map.of("state", Pattern.compile(state))));
    } else if (event.has("leg")) {
      event.only(Keys.WAIT_LEG);
      String status = event.needText("status", "answered");
      String signal = STATUSES.get(status);
      if (signal == null) {
        throw event.wrong(
            "status",
            "no leg is ever '" + status + "'; " + Nearest.advice(status, STATUSES.keySet()));
      }
      return event.needText("leg", "Dana") + "-" + signal;
    }
    throw map.wrong(node, "'wait-for' needs a signal, or one of [entry, leg, transfer]");
  }

  private String watched(EntryPattern pattern) {
    String signal = "ledger: " + pattern;
    watches.put(signal, pattern);
    return signal;
  }

  /** An entry by type, and fields of its body. */
  EntryPattern entry(YamlMap map) {
    String type = map.needText("entry", "NoticeHeard");
    if (!EntryTypes.names().contains(type)) {
      throw map.wrong(
          "entry",
          "no entry of a ledger is a '" + type + "'; " + Nearest.advice(type, EntryTypes.names()));
    }
    return new EntryPattern(type, fields(map));
  }

  /** The fields under {@code with}. */
  Map<String, Pattern> fields(YamlMap map) {
    Map<String, Pattern> fields = new HashMap<>();
    map.node("with")
        .map(node -> new YamlMap(file.toString(), node, "'with'"))
        .ifPresent(
            with ->
                with.keys()
                    .forEach(
                        key -> fields.put(key, Patterns.any(with, with.need(key, "a value")))));
    return fields;
  }
}
