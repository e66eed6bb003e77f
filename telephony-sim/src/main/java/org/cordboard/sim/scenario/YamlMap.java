package org.cordboard.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.config.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file, read strictly: what is wrong is told with file and line. */
final class YamlMap {
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

  private final String file;
  private final Node self;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  YamlMap(String file, Node node, String what) {
    this.file = file;
    this.self = node;
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be 'key: value' pairs");
    }
    for (NodeTuple each : mapping.getValue()) {
      String key = text(each.getKeyNode(), "a key");
      if (values.put(key, each.getValueNode()) != null) {
        throw wrong(each.getKeyNode(), "'" + key + "' is given twice; keep one");
      }
      keys.put(key, each.getKeyNode());
    }
  }

  String file() {
    return file;
  }

  int line() {
    return line(self);
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  ScenarioException wrong(Node node, String problem) {
    return new ScenarioException(file, line(node), problem);
  }

  ScenarioException wrong(String key, String problem) {
    return wrong(values.getOrDefault(key, self), problem);
  }

  /** Refuses every key that is not known here. */
  void only(Set<String> known) {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        throw wrong(
            key.getValue(),
            "unknown key '" + key.getKey() + "'; " + Nearest.advice(key.getKey(), known));
      }
    }
  }

  /**
   * Which of {@code kinds} this is, by the one key of that name; its other keys are checked.
   *
   * @param what this is, in words
   */
  String kind(Map<String, Set<String>> kinds, String what) {
    List<String> found = values.keySet().stream().filter(kinds::containsKey).toList();
    if (found.size() != 1) {
      List<String> known = kinds.keySet().stream().sorted().toList();
      String meant =
          found.isEmpty() && !values.isEmpty()
              ? Nearest.to(values.keySet().iterator().next(), known)
                  .map(each -> "; did you mean '" + each + "'?")
                  .orElse("")
              : "";
      throw wrong(self, what + " needs exactly one of " + known + meant);
    }
    only(Keys.with(found.get(0), kinds));
    return found.get(0);
  }

  Set<String> keys() {
    return keys.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Node need(String key, String example) {
    Node node = values.get(key);
    if (node == null) {
      throw wrong(self, "'" + key + "' is missing; add " + key + ": " + example);
    }
    return node;
  }

  String needText(String key, String example) {
    return text(need(key, example), "'" + key + "'");
  }

  String text(String key, String otherwise) {
    Node node = values.get(key);
    return node == null ? otherwise : text(node, "'" + key + "'");
  }

  String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong(node, what + " must be text");
  }

  Duration duration(String key, Duration otherwise) {
    Node node = values.get(key);
    if (node == null) {
      return otherwise;
    }
    Matcher parts = DURATION.matcher(text(node, "'" + key + "'"));
    if (!parts.matches()) {
      throw wrong(node, "'" + key + "' must be a time such as 800ms, 2s or 1m");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  int number(String key, int otherwise, int least, int most) {
    Node node = values.get(key);
    if (node == null) {
      return otherwise;
    }
    String written = text(node, "'" + key + "'");
    if (!written.matches("\\d{1,6}")
        || Integer.parseInt(written) < least
        || Integer.parseInt(written) > most) {
      throw wrong(node, "'" + key + "' must be a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(written);
  }

  boolean flag(String key) {
    String written = text(key, "false");
    if (!written.equals("true") && !written.equals("false")) {
      throw wrong(key, "'" + key + "' must be true or false");
    }
    return written.equals("true");
  }

  /** The value as a list: its items, the single value itself, or nothing. */
  List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode sequence
        ? new ArrayList<>(sequence.getValue())
        : List.of(node);
  }
}
