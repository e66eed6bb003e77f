package org.cordboard.lab.turns;

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

  /** The voices that are drawn, as the bundled engine names them. */
  static final List<String> VOICES =
      List.of("kevin16", "kevin16-high", "kevin16-low", "kevin16-bright");

  private static final double PACE_SPREAD = 0.3; // of the logarithm of a speaker's factor
  private static final int[][] SIX = {{6}, {3, 3}, {2, 2, 2}, {4, 2}, {1, 1, 1, 1, 1, 1}};
  private static final int[][] FOUR = {{4}, {2, 2}};
  private static final int[][] TEN = {{10}, {3, 3, 4}, {3, 7}, {5, 5}};
  private static final double TOGETHER = 0.5; // of groups that can be read as one number

  private final Random random;
  private final TurnTexts language;
  private final Iterator<String> texts;

  private TurnPlans(Random random, TurnTexts language, List<String> texts) {
    this.random = random;
    this.language = language;
    List<String> drawn = new ArrayList<>(texts);
    Collections.shuffle(drawn, random);
    this.texts = drawn.iterator();
  }

  /** Callers for about {@code turns} turns; fewer when the texts run out. */
  static List<TurnPlan.Caller> draw(TurnTexts language, List<String> texts, int turns, long seed) {
    TurnPlans plans = new TurnPlans(new Random(seed), language, texts);
    List<TurnPlan.Caller> callers = new ArrayList<>();
    for (int i = 0; i < turns && plans.texts.hasNext(); i += PER_CALLER) {
      callers.add(plans.caller(Math.min(PER_CALLER, turns - i)));
    }
    return callers;
  }

  /** Draws single turns, none of them sentences. */
  static TurnPlans of(Random random, TurnTexts language) {
    return new TurnPlans(random, language, List.of());
  }

  /** How one more caller hesitates. */
  Hesitation hesitation() {
    double pace = Math.exp(PACE_SPREAD * random.nextGaussian());
    return new Hesitation(random, pace, language.fillers());
  }

  private TurnPlan.Caller caller(int count) {
    String voice = any(VOICES);
    double rate = 0.85 + 0.3 * random.nextDouble();
    Hesitation hesitation = hesitation();
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
      return new TurnPlan(Expected.of(Form.YES_NO), hesitation.sentence(any(language.answers())));
    } else if (kind < 0.91) {
      return new TurnPlan(Expected.of(Form.EMAIL), hesitation.spelt(address()));
    } else if (kind < 0.95) {
      return spelling(hesitation);
    }
    String name = any(language.firstNames()) + " " + any(language.lastNames());
    String before = random.nextBoolean() ? language.beforeName() : "";
    return new TurnPlan(Expected.of(Form.NAME), hesitation.sentence(before + name));
  }

  private List<String> address() {
    String host = any(language.hosts());
    return random.nextBoolean()
        ? List.of(
            any(language.firstNames()),
            language.dot(),
            any(language.lastNames()),
            language.at(),
            host,
            language.end())
        : List.of(any(language.firstNames()), language.at(), host, language.end());
  }

  /** A last name, letter by letter. */
  TurnPlan spelling(Hesitation hesitation) {
    String name = any(language.lastNames());
    return new TurnPlan(Expected.of(Form.SPELLING), hesitation.spelt(List.of(name.split(""))));
  }

  /** An order number, a PIN or a telephone number, in groups. */
  TurnPlan number(Hesitation hesitation) {
    int kind = random.nextInt(4);
    int[][] patterns = kind < 2 ? SIX : kind == 2 ? FOUR : TEN;
    int[] sizes = patterns[random.nextInt(patterns.length)];
    int length = Arrays.stream(sizes).sum();
    List<String> groups = new ArrayList<>();
    for (int size : sizes) {
      List<Integer> group = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        group.add(random.nextInt(10));
      }
      groups.add(language.read(group, together(size)));
    }
    return new TurnPlan(
        Expected.digits(length, length), hesitation.groups(any(language.beforeNumber()), groups));
  }

  /** Drawn only where a language reads so, so that the turns of others stay what they are. */
  private boolean together(int size) {
    boolean can = language.numbers() == TurnTexts.Numbers.GERMAN && size > 1 && size < 4;
    return can && random.nextDouble() < TOGETHER;
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
