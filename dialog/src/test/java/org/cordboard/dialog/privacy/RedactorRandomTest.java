package org.cordboard.dialog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers said in random ways, from printed seeds. */
class RedactorRandomTest {
  private static final int ROUNDS = 4000;
  private static final Set<SlotForm> ORDER = Set.of(SlotForm.digits("order", 6, 6));
  private static final List<String> BEFORE =
      List.of(
          "",
          "my order number is ",
          "it's ",
          "yes, ",
          "oh, it is ",
          "I think ",
          "order ",
          "hi, I bought 2 lamps, order ",
          "the number I was given on the 22nd of May is ",
          "I paid 24.90 for ",
          "the one from three weeks ago, ",
          "uh, ");
  private static final List<String> AFTER =
      List.of(
          "",
          ".",
          " please",
          ", thanks",
          ", 2 lamps.",
          " and it cost 24.90",
          ". It's been 10 days",
          ", I ordered it at 10:30",
          ", one of three",
          "?");
  private static final String[] WORDS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 481927})
  void orderNumbersAreHardlyEverRemoved(long seed) {
    Random random = new Random(seed);
    List<String> removed = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      String number = digits(random, 6);
      String text = pick(random, BEFORE) + said(random, number) + pick(random, AFTER);
      String kept = Redactor.redact(text, ORDER).text();
      if (kept.contains("[number]")) {
        removed.add(text);
      }
    }
    assertThat(removed.size())
        .as("of %s, such as %s", ROUNDS, first(removed))
        .isLessThanOrEqualTo(ROUNDS / 200);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 11, 4111})
  void cardIsNeverPartlyKept(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      String number = digits(random, 16);
      String said = said(random, number);
      String text = pick(random, List.of("", "my card is ", "yes, ")) + said + " thanks";
      String kept = Redactor.redact(text, ORDER).text();
      assertThat(kept).as(text).contains("[number]").doesNotContainPattern("\\d");
      assertThat(SpokenDigits.find(kept)).as(text).isEmpty();
    }
  }

  private static List<String> first(List<String> texts) {
    return texts.subList(0, Math.min(8, texts.size()));
  }

  private static String digits(Random random, int length) {
    return random.ints(length, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String said(Random random, String digits) {
    return switch (random.nextInt(6)) {
      case 0 -> digits;
      case 1 -> grouped(digits, 1 + random.nextInt(4), pick(random, List.of(" ", "-", ", ", ". ")));
      case 2 -> words(random, digits, " ");
      case 3 -> words(random, digits, pick(random, List.of(", ", " um ", "-", "... ")));
      case 4 -> pairs(digits);
      default -> grouped(words(random, digits, " "), 400, " ");
    };
  }

  private static String grouped(String digits, int size, String separator) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += size) {
      groups.add(digits.substring(i, Math.min(digits.length(), i + size)));
    }
    return String.join(separator, groups);
  }

  /** An "oh" in front is left out: nobody can tell it from the interjection. */
  private static String words(Random random, String digits, String separator) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      boolean twice = i + 1 < digits.length() && digits.charAt(i + 1) == digit;
      String word = digit == '0' && i > 0 && random.nextBoolean() ? "oh" : WORDS[digit - '0'];
      if (twice && random.nextBoolean()) {
        words.add("double " + word);
        i++;
      } else {
        words.add(word);
      }
    }
    return String.join(separator, words);
  }

  /** "forty-eight nineteen": two digits at a time, where they make a number. */
  private static String pairs(String digits) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      int tens = digits.charAt(i) - '0';
      int unit = digits.charAt(i + 1) - '0';
      if (tens < 2) {
        words.add(WORDS[tens] + " " + WORDS[unit]);
      } else {
        words.add(unit == 0 ? TENS[tens] + "," : TENS[tens] + "-" + WORDS[unit]);
      }
    }
    return String.join(" ", words);
  }
}
