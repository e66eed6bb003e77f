package org.cordboard.sim.scenario;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads patterns of a scenario: regular expressions, capital letters or not. */
final class Patterns {
  private static final Pattern NEVER_HEARD = Pattern.compile("['’\"]");

  private Patterns() {}

  /** Patterns for what is heard, which is in the plain form of {@code Words}. */
  static List<Pattern> heard(YamlMap map, String key) {
    return map.list(key).stream().map(node -> heard(map, node)).toList();
  }

  static Pattern heard(YamlMap map, Node node) {
    String written = map.text(node, "a pattern");
    if (NEVER_HEARD.matcher(written).find()) {
      throw map.wrong(
          node,
          "'"
              + written
              + "' can never be heard: what is heard has no apostrophes or marks; write it's as its");
    }
    return any(map, node);
  }

  static Pattern any(YamlMap map, Node node) {
    String written = map.text(node, "a pattern");
    try {
      return Pattern.compile(written, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException broken) {
      throw map.wrong(
          node, "'" + written + "' is not a regular expression: " + broken.getDescription());
    }
  }
}
