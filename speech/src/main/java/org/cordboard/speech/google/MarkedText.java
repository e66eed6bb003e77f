package org.cordboard.speech.google;

import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import com.google.cloud.texttospeech.v1beta1.Timepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.speech.audio.ProportionalWords;
import org.cordboard.speech.audio.ProportionalWords.Place;
import org.cordboard.speech.text.Spoken;

/**
 * A text as SSML with a mark before each word, and where the words lie in what comes back. What an
 * element says ({@code sub}, {@code say-as}) counts as one word. Pure.
 */
final class MarkedText {
  private static final int RATE_HZ = 8_000;
  private static final String MARK = "w";
  private static final Pattern WORD =
      Pattern.compile("<(sub|say-as)\\b[^>]*>.*?</\\1>|<[^>]*>|[^<\\s]+");

  private final String ssml;
  private final List<Place> words; // in the plain text; their samples are not known yet

  private MarkedText(String ssml, List<Place> words) {
    this.ssml = ssml;
    this.words = words;
  }

  /** Plain words. */
  static MarkedText of(String text) {
    List<Place> words = ProportionalWords.of(text, 0);
    StringBuilder ssml = new StringBuilder("<speak>");
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      Place word = words.get(i);
      ssml.append(escaped(text.substring(done, word.from()))).append(mark(i));
      ssml.append(escaped(text.substring(word.from(), word.to())));
      done = word.to();
    }
    ssml.append(escaped(text.substring(done))).append("</speak>");
    return new MarkedText(ssml.toString(), words);
  }

  /** A {@code <speak>} document, each place with its place in the plain text. */
  static MarkedText ofMarkup(Spoken markup) {
    String text = markup.text();
    List<Place> words = new ArrayList<>();
    StringBuilder ssml = new StringBuilder();
    Matcher each = WORD.matcher(text);
    int done = 0;
    while (each.find()) {
      boolean element = each.group(1) != null;
      boolean tag = !element && each.group().startsWith("<");
      if (!tag && (element || isWord(each.group()))) {
        ssml.append(text, done, each.start()).append(mark(words.size()));
        words.add(new Place(markup.written(each.start()), markup.written(each.end()), 0));
        done = each.start();
      }
    }
    return new MarkedText(ssml.append(text, done, text.length()).toString(), words);
  }

  private static String mark(int index) {
    return "<mark name=\"" + MARK + index + "\"/>";
  }

  private static boolean isWord(String piece) {
    return piece.replaceAll("&[a-z]+;", "").codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /** As Google is given it. */
  String ssml() {
    return ssml;
  }

  /**
   * Where the words lie in {@code samples} of speech: at Google's marks; where it tells none, those
   * of {@code text} in proportion.
   */
  List<Place> places(String text, SynthesizeSpeechResponse response, long samples) {
    if (response.getTimepointsCount() == 0) {
      return ProportionalWords.of(text, samples);
    }
    List<Place> places = new ArrayList<>();
    for (Timepoint point : response.getTimepointsList()) {
      String name = point.getMarkName();
      int index = name.matches(MARK + "[0-9]{1,6}") ? Integer.parseInt(name.substring(1)) : -1;
      if (index >= 0 && index < words.size()) {
        long sample = Math.round(point.getTimeSeconds() * RATE_HZ);
        Place word = words.get(index);
        places.add(new Place(word.from(), word.to(), Math.max(0, Math.min(sample, samples))));
      }
    }
    return places;
  }
}
