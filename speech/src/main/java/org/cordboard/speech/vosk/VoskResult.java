package org.cordboard.speech.vosk;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cordboard.speech.Transcript;

/** Reads the engine's JSON. Pure. */
final class VoskResult {
  /** What lies outside a grammar, as the models of different languages call it. */
  private static final Pattern UNKNOWN = Pattern.compile("\\[unk]|<unk>|<UNK>");

  private VoskResult() {}

  /**
   * The words of a result, with their places; {@code origin} is the stream position of the first
   * sample that the engine was given.
   */
  static List<Transcript.Word> words(String json, long origin) {
    return words(parse(json), "result", origin);
  }

  /** The words so far with their places, if the engine was asked for these. */
  static List<Transcript.Word> partialWords(String json, long origin) {
    return words(parse(json), "partial_result", origin);
  }

  private static List<Transcript.Word> words(Config result, String key, long origin) {
    List<Transcript.Word> words = new ArrayList<>();
    if (!result.hasPath(key)) {
      return words;
    }
    for (Config word : result.getConfigList(key)) {
      String text = word.getString("word");
      if (!UNKNOWN.matcher(text).matches()) {
        double confidence = Math.max(0, Math.min(1, word.getDouble("conf")));
        long start = origin + Math.round(word.getDouble("start") * 8_000);
        long end = origin + Math.round(word.getDouble("end") * 8_000);
        words.add(new Transcript.Word(text, confidence, start, end));
      }
    }
    return words;
  }

  /** The words so far. */
  static String partial(String json) {
    Config result = parse(json);
    return result.hasPath("partial")
        ? UNKNOWN
            .matcher(result.getString("partial"))
            .replaceAll(" ")
            .replaceAll("\\s+", " ")
            .trim()
        : "";
  }

  /** Whether something lies outside the grammar, in a result or the words so far. */
  static boolean unknown(String json) {
    return UNKNOWN.matcher(json).find();
  }

  private static Config parse(String json) {
    try {
      return ConfigFactory.parseString(
          json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
    } catch (ConfigException broken) {
      throw new IllegalStateException("the Vosk engine answered what is not JSON", broken);
    }
  }
}
