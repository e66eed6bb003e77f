package org.cordboard.dialog.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.dialog.playbook.Document;

/** Cuts Markdown documents into sections: a heading and the paragraphs below it. */
final class Sections {
  private static final int LONGEST = 700; // characters; a longer section is cut at paragraphs

  private Sections() {}

  /**
   * A piece of a document.
   *
   * @param source file and heading
   * @param title the document's first heading
   * @param heading the nearest heading
   * @param text plain
   */
  record Section(String source, String title, String heading, String text) {}

  static List<Section> of(List<Document> documents) {
    List<Section> sections = new ArrayList<>();
    for (Document document : documents) {
      cut(document, sections);
    }
    return sections;
  }

  private static void cut(Document document, List<Section> sections) {
    String title = "";
    String heading = "";
    StringBuilder text = new StringBuilder();
    for (String line : document.text().lines().toList()) {
      if (line.startsWith("#")) {
        add(document, title, heading, text, sections);
        heading = plain(line.replaceFirst("^#+\\s*", ""));
        title = line.startsWith("# ") ? heading : title;
      } else if (line.isBlank() && text.length() > LONGEST) {
        add(document, title, heading, text, sections);
      } else {
        text.append(line.strip()).append(line.isBlank() ? "" : " ");
      }
    }
    add(document, title, heading, text, sections);
  }

  private static void add(
      Document document, String title, String heading, StringBuilder text, List<Section> to) {
    String words = plain(text.toString());
    if (!words.isEmpty()) {
      to.add(new Section(document.name() + "#" + heading, title, heading, words));
    }
    text.setLength(0);
  }

  /** Markdown without its marks. */
  static String plain(String markdown) {
    return markdown
        .replaceAll("!\\[[^\\]]*]\\([^)]*\\)", "")
        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
        .replaceAll("(?<![A-Za-z0-9])[*_]{1,3}(\\S[^*_]*)[*_]{1,3}", "$1")
        .replaceAll("[`|]", " ")
        .replaceAll("(^|\\s)([-*+]|\\d+\\.)\\s+", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
