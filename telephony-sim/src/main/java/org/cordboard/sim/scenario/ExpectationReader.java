package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cordboard.config.Nearest;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what is expected after a call. */
final class ExpectationReader {
  private static final int ANY = -1;

  private final Path file;
  private final Set<String> people;
  private final WaitReader entries;

  /** Expectations of {@code file}, in which these people take part. */
  ExpectationReader(Path file, Set<String> people, WaitReader entries) {
    this.file = file;
    this.people = people;
    this.entries = entries;
  }

  /** What one item demands. */
  List<Expectation> read(Node node) {
    YamlMap map = new YamlMap(file.toString(), node, "an expectation");
    String kind = map.kind(Keys.EXPECTATIONS, "an expectation");
    int line = map.line();
    return switch (kind) {
      case "outcome" ->
          counted(map, new EntryPattern("CallEnded", Map.of("outcome", value(map, "outcome"))), 1);
      case "entry" -> counted(map, entries.entry(map), ANY);
      case "tool" -> counted(map, tool(map), ANY);
      default -> List.of(single(map, kind, line));
    };
  }

  private Expectation single(YamlMap map, String kind, int line) {
    return switch (kind) {
      case "order" -> new Expectation.InOrder(line, ordered(map));
      case "heard-by" -> heardBy(map, line);
      case "said" -> new Expectation.Said(line, Patterns.heard(map, kind));
      case "not-said" ->
          new Expectation.NotSaid(line, Patterns.heard(map, map.need(kind, "a pattern")));
      case "person-joined" -> joined(map);
      case "both-transcribed" -> new Expectation.BothTranscribed(line);
      case "notice" -> new Expectation.Notice(line, value(map, kind));
      case "lasts-at-most" -> new Expectation.LastsAtMost(line, time(map, kind));
      case "reply-within" ->
          new Expectation.RepliesWithin(line, time(map, kind), map.number("share", 100, 1, 100));
      case "dead-air" -> new Expectation.NoDeadAir(line, time(map, kind));
      case "holes" -> new Expectation.Holes(line, map.number(kind, 0, 0, 1_000));
      case "overlap" -> new Expectation.OverlapAtMost(line, time(map, kind));
      case "stops-within" -> new Expectation.StopsWithin(line, time(map, kind));
      case "audible" -> new Expectation.Audible(line, person(map, kind));
      default -> new Expectation.NoNotices(line);
    };
  }

  private static Duration time(YamlMap map, String key) {
    Duration time = map.duration(key, Duration.ZERO);
    if (time.isZero()) {
      throw map.wrong(key, "'" + key + "' needs a time above zero, such as 3s");
    }
    return time;
  }

  private static List<Expectation> counted(YamlMap map, EntryPattern pattern, int exactly) {
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
    List<Expectation> wanted = new ArrayList<>();
    wanted.add(new Expectation.Entries(map.line(), pattern, least, most));
    if (map.has("within")) {
      wanted.add(new Expectation.EntryWithin(map.line(), pattern, time(map, "within")));
    }
    return wanted;
  }

  private EntryPattern tool(YamlMap map) {
    Map<String, Pattern> with = new HashMap<>(entries.fields(map));
    with.put("tool", value(map, "tool"));
    with.putIfAbsent("ok", Pattern.compile("true"));
    return new EntryPattern("ToolFinished", with);
  }

  private static Pattern value(YamlMap map, String key) {
    return Patterns.any(map, map.need(key, "a value"));
  }

  private List<EntryPattern> ordered(YamlMap map) {
    return map.list("order").stream().map(node -> inOrder(map, node)).toList();
  }

  private EntryPattern inOrder(YamlMap map, Node node) {
    if (node instanceof ScalarNode) {
      String type = map.text(node, "an entry");
      if (!EntryTypes.names().contains(type)) {
        throw map.wrong(
            node,
            "no entry of a ledger is a '"
                + type
                + "'; "
                + Nearest.advice(type, EntryTypes.names()));
      }
      return new EntryPattern(type, Map.of());
    }
    YamlMap item = new YamlMap(file.toString(), node, "an entry in order");
    item.only(Keys.ENTRY);
    return entries.entry(item);
  }

  private Expectation heardBy(YamlMap map, int line) {
    String who = person(map, "heard-by");
    map.need("words", "a pattern");
    return new Expectation.Heard(line, who, Patterns.heard(map, "words"));
  }

  private String person(YamlMap map, String key) {
    String who = map.needText(key, "caller");
    if (!people.contains(who)) {
      throw map.wrong(key, "nobody is called '" + who + "' here; " + Nearest.advice(who, people));
    }
    return who;
  }

  private static Expectation joined(YamlMap map) {
    int times = map.flag("person-joined") ? 1 : 0;
    Map<String, Pattern> bridged = Map.of("state", Pattern.compile("BRIDGED"));
    return new Expectation.Entries(
        map.line(), new EntryPattern("TransferChanged", bridged), times, times);
  }
}
