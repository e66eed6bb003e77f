package org.cordboard.dialog.understanding;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a word list, matched against {@link Words#normal}.
 *
 * <pre>
 * word        that word            word~     a word that begins so
 * (a | b c)   one of these         [a | b]   one of these, or nothing
 * {name}      the list of that name
 * *           up to three words    **        up to seven words
 * ^  $        the beginning, the end of what was said
 * </pre>
 */
final class WordPattern {
  private final Pattern pattern;

  private WordPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a line.
   *
   * @param lists name → alternatives, as {@code a | b c}
   * @throws IllegalArgumentException saying what is wrong
   */
  static WordPattern parse(String line, Map<String, String> lists) {
    Parser parser = new Parser(line, lists);
    String regex = parser.alternatives(0);
    if (!parser.atEnd()) {
      throw new IllegalArgumentException("a bracket is closed that was not opened in: " + line);
    }
    return new WordPattern(Pattern.compile("(?<= )(?:" + regex + ")"));
  }

  boolean matches(String normal) {
    return pattern.matcher(normal).find();
  }

  /** Where the last match ends; −1 for none. */
  int lastEnd(String normal) {
    Matcher matcher = pattern.matcher(normal);
    int end = -1;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  /** Replaces every match by a word that no list has. */
  String blank(String normal) {
    Matcher matcher = pattern.matcher(normal);
    return matcher.replaceAll("_ ");
  }

  /** Turns the line into a regular expression over words that are each followed by a space. */
  private static final class Parser {
    private static final int DEEPEST = 8; // lists within lists

    private final String line;
    private final Map<String, String> lists;
    private int at;

    Parser(String line, Map<String, String> lists) {
      this.line = line;
      this.lists = lists;
    }

    boolean atEnd() {
      return at >= line.length();
    }

    String alternatives(int depth) {
      StringBuilder regex = new StringBuilder();
      while (!atEnd()) {
        char c = line.charAt(at);
        if (c == ' ') {
          at++;
        } else if (c == '|') {
          at++;
          regex.append('|');
        } else if (c == ')' || c == ']') {
          return regex.toString();
        } else if (c == '(' || c == '[') {
          at++;
          String inner = alternatives(depth);
          close(c == '(' ? ')' : ']');
          regex.append("(?:").append(inner).append(c == '(' ? ")" : ")?");
        } else if (c == '{') {
          regex.append(list(depth));
        } else {
          regex.append(token());
        }
      }
      return regex.toString();
    }

    private void close(char expected) {
      if (atEnd() || line.charAt(at) != expected) {
        throw new IllegalArgumentException("'" + expected + "' is missing in: " + line);
      }
      at++;
    }

    private String list(int depth) {
      int end = line.indexOf('}', at);
      String name = end < 0 ? "" : line.substring(at + 1, end);
      String alternatives = lists.get(name);
      if (alternatives == null || depth >= DEEPEST) {
        throw new IllegalArgumentException("the list {" + name + "} is not known in: " + line);
      }
      at = end + 1;
      Parser nested = new Parser(alternatives, lists);
      String regex = nested.alternatives(depth + 1);
      if (!nested.atEnd()) {
        throw new IllegalArgumentException("brackets do not match in the list {" + name + "}");
      }
      return "(?:" + regex + ")";
    }

    private String token() {
      int start = at;
      while (!atEnd() && " |()[]{}".indexOf(line.charAt(at)) < 0) {
        at++;
      }
      String token = line.substring(start, at);
      if (token.equals("*")) {
        return "(?:\\S+ ){0,3}?";
      } else if (token.equals("**")) {
        return "(?:\\S+ ){0,7}?";
      } else if (token.equals("^")) {
        return "(?<=^ )";
      } else if (token.equals("$")) {
        return "$";
      } else if (token.endsWith("~")) {
        return Pattern.quote(token.substring(0, token.length() - 1)) + "\\S* ";
      }
      return Pattern.quote(token) + " ";
    }
  }
}
