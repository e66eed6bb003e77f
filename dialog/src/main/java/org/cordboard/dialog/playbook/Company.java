package org.cordboard.dialog.playbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordboard.dialog.understanding.UnderstandingLanguages;

/**
 * Who answers the telephone: {@code company.conf}.
 *
 * @param name of the company, as it is spoken
 * @param persona the assistant's name
 * @param language what is spoken, such as {@code en-US}
 * @param hours when people are there
 * @param emergencyNumber as it is spoken, such as {@code 9 1 1}
 * @param texts wordings by {@link Text#key}; every key is there
 */
public record Company(
    String name,
    String persona,
    Locale language,
    Hours hours,
    String emergencyNumber,
    Map<String, List<String>> texts) {
  private static final Map<String, Pattern> SAYS_AI =
      Map.of(
          "en",
          Pattern.compile(
              "\\bAI\\b|\\bartificial\\b|\\bautomated\\b|\\brobot\\b|\\bdigital assistant"),
          "de",
          Pattern.compile("\\bKI\\b|künstlich|automatisch|\\bRoboter|digitaler? Assistent"));
  private static final Pattern MARKUP = Pattern.compile("[*_#`\\[\\]<>]|https?://");
  private static final Map<Text, Integer> AT_LEAST =
      new EnumMap<>(Map.of(Text.SILENCE, 3, Text.ABUSE_WARNING, 2, Text.FILLER, 2));

  /** Checks that every text is there and can be spoken, and fills in the names. */
  public Company {
    if (name.isBlank() || persona.isBlank()) {
      throw new IllegalArgumentException("'name' and 'persona' must not be empty");
    }
    if (!UnderstandingLanguages.known(language)) {
      throw new IllegalArgumentException(
          "language '"
              + language.toLanguageTag()
              + "' has no word lists; use one of "
              + UnderstandingLanguages.all());
    }
    for (Text text : Text.values()) {
      check(text, texts.get(text.key()));
    }
    Map<String, Text> known =
        List.of(Text.values()).stream().collect(Collectors.toMap(Text::key, text -> text));
    for (String key : texts.keySet()) {
      if (!known.containsKey(key)) {
        throw new IllegalArgumentException("'texts." + key + "' is not a known text; remove it");
      }
    }
    if (texts.getOrDefault(Text.EMERGENCY.key(), List.of()).stream()
        .noneMatch(wording -> wording.contains("{emergency}"))) {
      throw new IllegalArgumentException("'texts.emergency' must say the number: use {emergency}");
    }
    requireDisclosure(language, texts, Text.GREETING);
    requireDisclosure(language, texts, Text.IDENTITY);
    String companyName = name;
    String personaName = persona;
    String number = emergencyNumber;
    texts =
        texts.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry ->
                        entry.getValue().stream()
                            .map(
                                wording ->
                                    wording
                                        .replace("{company}", companyName)
                                        .replace("{persona}", personaName)
                                        .replace("{emergency}", number))
                            .toList()));
  }

  private static void check(Text text, @org.jspecify.annotations.Nullable List<String> wordings) {
    if (wordings == null || wordings.isEmpty()) {
      throw new IllegalArgumentException(
          "'texts." + text.key() + "' is missing; add it as a list of wordings");
    }
    int least = AT_LEAST.getOrDefault(text, 1);
    if (wordings.size() < least) {
      throw new IllegalArgumentException(
          "'texts." + text.key() + "' needs " + least + " wordings, one for each time in a row");
    }
    for (String wording : wordings) {
      if (wording.isBlank() || MARKUP.matcher(wording).find()) {
        throw new IllegalArgumentException(
            "'texts." + text.key() + "' cannot be spoken; write plain words without markup");
      }
    }
  }

  /** True when it can be checked in that language that the AI says what it is. */
  static boolean knowsDisclosure(Locale language) {
    return SAYS_AI.containsKey(language.getLanguage());
  }

  private static void requireDisclosure(
      Locale language, Map<String, List<String>> texts, Text text) {
    Pattern saysAi = SAYS_AI.get(language.getLanguage());
    for (String wording : texts.getOrDefault(text.key(), List.of())) {
      if (saysAi == null || !saysAi.matcher(wording).find()) {
        throw new IllegalArgumentException(
            "'texts." + text.key() + "' must say that it is an AI, in every wording");
      }
    }
  }

  /** The wording for the {@code times}-th use of a text, from 1; the last one is used again. */
  public String say(Text text, int times) {
    List<String> wordings = texts.getOrDefault(text.key(), List.of());
    return wordings.get(Math.min(Math.max(times, 1), wordings.size()) - 1);
  }

  /** The wording for the {@code times}-th use, from 1, when they take turns. */
  public String inTurn(Text text, long times) {
    List<String> wordings = texts.getOrDefault(text.key(), List.of());
    return wordings.get((int) Math.floorMod(times - 1, (long) wordings.size()));
  }

  /** The first wording of a text. */
  public String say(Text text) {
    return say(text, 1);
  }
}
