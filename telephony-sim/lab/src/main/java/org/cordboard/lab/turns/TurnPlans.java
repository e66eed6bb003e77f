package org.cordboard.lab.turns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.turn.Expected.Form;

/** Draws callers and their turns from a seed: texts of a data set, and numbers and spellings. */
final class TurnPlans {
  /** Turns of one caller, so that there is a pace to learn. */
  static final int PER_CALLER = 8;

  private static final List<String> VOICES =
      List.of("kevin16", "kevin16-high", "kevin16-low", "kevin16-bright");
  private static final double PACE_SPREAD = 0.3; // of the logarithm of a speaker's factor
  private static final List<String> DIGITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final int[][] SIX = {{6}, {3, 3}, {2, 2, 2}, {4, 2}, {1, 1, 1, 1, 1, 1}};
  private static final int[][] FOUR = {{4}, {2, 2}};
  private static final int[][] TEN = {{10}, {3, 3, 4}, {3, 7}, {5, 5}};
  private static final List<String> BEFORE_NUMBER =
      List.of("", "", "", "it's", "yes it's", "my number is", "the order number is", "sure");
  private static final List<String> FIRST_NAMES =
      List.of(
          "john", "mary", "anna", "peter", "susan", "james", "linda", "robert", "emma", "david");
  private static final List<String> LAST_NAMES =
      List.of("smith", "brown", "miller", "wilson", "taylor", "baker", "king", "cooper", "hall");
  private static final List<String> HOSTS = List.of("gmail", "yahoo", "hotmail", "example");
  private static final List<String> ANSWERS =
      List.of(
          "yes",
          "no",
          "yes please",
          "no thank you",
          "yeah that's right",
          "no that's wrong",
          "yes go ahead",
          "no it is not",
          "sure",
          "that's correct",
          "yes but i want to change the address first",
          "no i need to speak to someone about it");

  private final Random random;
  private final Iterator<String> texts;

  private TurnPlans(Random random, List<String> texts) {
    this.random = random;
    List<String> drawn = new ArrayList<>(texts);
    Collections.shuffle(drawn, random);
    this.texts = drawn.iterator();
  }

  /** The texts to tune on, or those to report with: a resource of this package, one a line. */
  static List<String> texts(String name) {
    try (InputStream from = TurnPlans.class.getResourceAsStream(name + ".txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    java.util.Objects.requireNonNull(from, name), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("texts of turns", unreadable);
    }
  }

  /** Callers for about {@code turns} turns; fewer when the texts run out. */
  static List<TurnPlan.Caller> draw(List<String> texts, int turns, long seed) {
    TurnPlans plans = new TurnPlans(new Random(seed), texts);
    List<TurnPlan.Caller> callers = new ArrayList<>();
    for (int i = 0; i < turns && plans.texts.hasNext(); i += PER_CALLER) {
      callers.add(plans.caller(Math.min(PER_CALLER, turns - i)));
    }
    return callers;
  }

  private TurnPlan.Caller caller(int count) {
    String voice = any(VOICES);
    double rate = 0.85 + 0.3 * random.nextDouble();
    double pace = Math.exp(PACE_SPREAD * random.nextGaussian());
    Hesitation hesitation = new Hesitation(random, pace);
    List<TurnPlan> turns = new ArrayList<>();
    for (int i = 0; i < count && texts.hasNext(); i++) {
      turns.add(turn(hesitation));
    }
    return new TurnPlan.Caller(voice, rate, turns);
  }

  private TurnPlan turn(Hesitation hesitation) {
    double kind = random.nextDouble();
    if (kind < 0.62) {
      return new TurnPlan(Expected.ANYTHING, hesitation.sentence(texts.next()));
    } else if (kind < 0.76) {
      return number(hesitation);
    } else if (kind < 0.86) {
      return new TurnPlan(Expected.of(Form.YES_NO), hesitation.sentence(any(ANSWERS)));
    } else if (kind < 0.91) {
      return new TurnPlan(Expected.of(Form.EMAIL), hesitation.spelt(address()));
    } else if (kind < 0.95) {
      String name = any(LAST_NAMES);
      return new TurnPlan(Expected.of(Form.SPELLING), hesitation.spelt(List.of(name.split(""))));
    }
    String name = any(FIRST_NAMES) + " " + any(LAST_NAMES);
    String before = random.nextBoolean() ? "my name is " : "";
    return new TurnPlan(Expected.of(Form.NAME), hesitation.sentence(before + name));
  }

  private List<String> address() {
    String host = any(HOSTS);
    return random.nextBoolean()
        ? List.of(any(FIRST_NAMES), "dot", any(LAST_NAMES), "at", host, "dot com")
        : List.of(any(FIRST_NAMES), "at", host, "dot com");
  }

  private TurnPlan number(Hesitation hesitation) {
    int kind = random.nextInt(4);
    int[][] patterns = kind < 2 ? SIX : kind == 2 ? FOUR : TEN;
    int[] sizes = patterns[random.nextInt(patterns.length)];
    int length = Arrays.stream(sizes).sum();
    List<String> groups = new ArrayList<>();
    for (int size : sizes) {
      StringBuilder group = new StringBuilder();
      for (int i = 0; i < size; i++) {
        group.append(i == 0 ? "" : " ").append(DIGITS.get(random.nextInt(10)));
      }
      groups.add(group.toString());
    }
    return new TurnPlan(
        Expected.digits(length, length), hesitation.groups(any(BEFORE_NUMBER), groups));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
