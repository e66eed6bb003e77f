package org.cordboard.speech.text;

import java.util.Arrays;
import java.util.List;

/**
 * The same reading for a voice that takes SSML (W3C Speech Synthesis Markup Language 1.1, {@code
 * sub}, {@code say-as}, {@code break}). What is read by rule is marked with its words, signs are
 * said one by one with a short rest between groups. Pure.
 */
public final class Ssml {
  private static final String REST = "<break time=\"200ms\"/>";

  private final String written;
  private final StringBuilder text = new StringBuilder();
  private int[] origin;

  private Ssml(String written) {
    this.written = written;
    this.origin = new int[4 * written.length() + 256];
  }

  /** {@code written} as a {@code <speak>} document, each place with its origin. */
  public static Spoken of(TextReader reader, String written, Lexicon lexicon) {
    Ssml ssml = new Ssml(written);
    ssml.put("<speak>", 0);
    int from = 0;
    for (TextReader.Piece piece : reader.pieces(written, lexicon)) {
      ssml.asWritten(from, piece.from());
      ssml.say(piece);
      from = piece.to();
    }
    ssml.asWritten(from, written.length());
    ssml.put("</speak>", written.length());
    int[] kept = Arrays.copyOf(ssml.origin, ssml.text.length() + 1);
    kept[ssml.text.length()] = written.length();
    return new Spoken(ssml.text.toString(), kept);
  }

  private void say(TextReader.Piece piece) {
    String words = piece.said().words();
    if (piece.said().form() == Said.Form.SIGNS) {
      signs(List.of(words.split(", ")), piece.from(), piece.to());
    } else if (!words.isEmpty()) {
      put("<sub alias=\"" + escaped(words) + "\">", piece.from());
      asWritten(piece.from(), piece.to());
      put("</sub>", piece.to());
    }
  }

  private void signs(List<String> groups, int from, int to) {
    int at = from;
    for (int i = 0; i < groups.size(); i++) {
      put(i == 0 ? "" : REST, at);
      put("<say-as interpret-as=\"characters\">", at);
      for (int left = groups.get(i).split(" ").length; left > 0 && at < to; at++) {
        if (Character.isLetterOrDigit(written.charAt(at))) {
          asWritten(at, at + 1);
          left--;
        }
      }
      put("</say-as>", at);
    }
  }

  private void asWritten(int from, int to) {
    for (int i = from; i < to; i++) {
      put(escaped(written.substring(i, i + 1)), i);
    }
  }

  private void put(String piece, int place) {
    while (text.length() + piece.length() + 1 > origin.length) {
      origin = Arrays.copyOf(origin, 2 * origin.length);
    }
    Arrays.fill(origin, text.length(), text.length() + piece.length(), place);
    text.append(piece);
  }

  private static String escaped(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
