package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what is expected after a call. */
final class ExpectationReader {
  private static final Set<String> KINDS =
      Set.of(
          "outcome",
          "entry",
          "tool",
          "order",
          "heard-by",
          "not-said",
          "person-joined",
          "both-transcribed",
          "no-notices");
  private static final int ANY = -1;

  private final Path file;
  private final Set<String> people;

  /** Expectations of {@code file}, in which these people take part. */
  ExpectationReader(Path file, Set<String> people) {
    this.file = file;
    this.people = people;
  }

  Expectation expectation(Node node) {
    YamlMap map = new YamlMap(file.toString(), node, "an expectation");
    List<String> kinds = map.keys().stream().filter(KINDS::contains).toList();
    if (kinds.size() != 1) {
      throw map.wrong(
          node, "an expectation needs exactly one of " + KINDS.stream().sorted().toList());
    }
    String kind = kinds.get(0);
    map.only(allowed(kind));
    int line = map.line();
    return switch (kind) {
      case "outcome" ->
          counted(map, new EntryPattern("CallEnded", Map.of("outcome", value(map, "outcome"))), 1);
      case "entry" -> counted(map, pattern(map), ANY);
      case "tool" -> counted(map, tool(map), ANY);
      case "order" -> new Expectation.InOrder(line, ordered(map));
      case "heard-by" -> heardBy(map, line);
      case "not-said" ->
          new Expectation.NotSaid(line, Patterns.heard(map, map.need(kind, "a pattern")));
      case "person-joined" -> joined(map);
      case "both-transcribed" -> new Expectation.BothTranscribed(line);
      default -> new Expectation.NoNotices(line);
    };
  }

  private static Set<String> allowed(String kind) {
    return switch (kind) {
      case "entry", "tool" -> Set.of(kind, "with", "times", "at-least", "at-most");
      case "heard-by" -> Set.of(kind, "words");
      default -> Set.of(kind);
    };
  }

  private static Expectation counted(YamlMap map, EntryPattern pattern, int exactly) {
    int times = map.number("times", exactly, 0, 1_000);
    int least = map.number("at-least", times == ANY ? 1 : times, 0, 1_000);
    int most = map.number("at-most", times, 0, 1_000);
    if (map.has("times") && (map.has("at-least") || map.has("at-most"))) {
      throw map.wrong("times", "'times' says it all; take 'at-least' and 'at-most' out");
    }
    if (most != ANY && !map.has("at-least")) {
      least = Math.min(least, most);
    }
    if (most != ANY && least > most) {
      throw map.wrong("at-least", least + " at least and " + most + " at most is impossible");
    }
    return new Expectation.Entries(map.line(), pattern, least, most);
  }

  private EntryPattern pattern(YamlMap map) {
    return new EntryPattern(map.needText("entry", "NoticeHeard"), fields(map));
  }

  private EntryPattern tool(YamlMap map) {
    Map<String, Pattern> with = new HashMap<>(fields(map));
    with.put("tool", value(map, "tool"));
    with.putIfAbsent("ok", Pattern.compile("true"));
    return new EntryPattern("ToolFinished", with);
  }

  private Map<String, Pattern> fields(YamlMap map) {
    Map<String, Pattern> fields = new HashMap<>();
    map.node("with")
        .map(node -> new YamlMap(file.toString(), node, "'with'"))
        .ifPresent(with -> with.keys().forEach(key -> fields.put(key, value(with, key))));
    return fields;
  }

  private static Pattern value(YamlMap map, String key) {
    return Patterns.any(map, map.need(key, "a value"));
  }

  private List<EntryPattern> ordered(YamlMap map) {
    return map.list("order").stream().map(node -> inOrder(map, node)).toList();
  }

  private EntryPattern inOrder(YamlMap map, Node node) {
    if (node instanceof org.yaml.snakeyaml.nodes.ScalarNode) {
      return new EntryPattern(map.text(node, "an entry"), Map.of());
    }
    YamlMap item = new YamlMap(file.toString(), node, "an entry in order");
    item.only(Set.of("entry", "with"));
    return pattern(item);
  }

  private Expectation heardBy(YamlMap map, int line) {
    String who = map.needText("heard-by", "caller");
    if (!people.contains(who)) {
      throw map.wrong("heard-by", "nobody is called '" + who + "' here; use one of " + people);
    }
    map.need("words", "a pattern");
    return new Expectation.Heard(line, who, Patterns.heard(map, "words"));
  }

  private static Expectation joined(YamlMap map) {
    int times = map.flag("person-joined") ? 1 : 0;
    Map<String, Pattern> bridged = Map.of("state", Pattern.compile("BRIDGED"));
    return new Expectation.Entries(
        map.line(), new EntryPattern("TransferChanged", bridged), times, times);
  }
}
