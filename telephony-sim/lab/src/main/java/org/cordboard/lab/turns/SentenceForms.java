package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences drawn from forms: {@code NAME = a | b} lists what {@code <NAME>} stands for, a line
 * that begins with "- " is a sentence, and what is in round brackets is left out half the time.
 */
final class SentenceForms {
  private static final Pattern OPTION = Pattern.compile("\\(([^()]*)\\) ?");
  private static final Pattern NAME = Pattern.compile("<([A-Z]+)>");

  private final Map<String, List<String>> lists = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();
  private final Random random;

  /**
   * Reads forms; {@code #} begins a remark.
   *
   * @throws IllegalArgumentException naming the line that is no form
   */
  SentenceForms(List<String> lines, long seed) {
    this.random = new Random(seed);
    for (String line : lines) {
      int is = line.indexOf(" = ");
      if (line.startsWith("- ")) {
        sentences.add(line.substring(2));
      } else if (is > 0) {
        lists.put(line.substring(0, is), List.of(line.substring(is + 3).split(" \\| ")));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalArgumentException("not a form: " + line);
      }
    }
  }

  /** So many of each sentence. */
  List<String> draw(int each) {
    List<String> drawn = new ArrayList<>();
    for (String sentence : sentences) {
      for (int i = 0; i < each; i++) {
        drawn.add(filled(chosen(sentence)));
      }
    }
    return drawn;
  }

  private String chosen(String form) {
    return OPTION.matcher(form).replaceAll(option -> random.nextBoolean() ? "$1 " : "").strip();
  }

  private String filled(String form) {
    String text = form;
    for (Matcher name = NAME.matcher(text); name.find(); name = NAME.matcher(text)) {
      List<String> list = lists.get(name.group(1));
      if (list == null) {
        throw new IllegalArgumentException("no list " + name.group(1) + " for: " + form);
      }
      String one = list.get(random.nextInt(list.size()));
      text = text.substring(0, name.start()) + one + text.substring(name.end());
    }
    return text;
  }
}
