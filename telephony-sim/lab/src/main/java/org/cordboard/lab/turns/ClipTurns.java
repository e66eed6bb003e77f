package org.cordboard.lab.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cordboard.lab.turns.PassageTape.Sound;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.turn.Expected.Form;

/**
 * Labelled turns out of recordings of people, drawn from a seed:
 *
 * <table>
 * <caption>kinds</caption>
 * <tr><td>spoken</td><td>a sentence with the speaker's own pauses</td></tr>
 * <tr><td>several</td><td>sentences that follow each other, with the pauses between them</td></tr>
 * <tr><td>planted</td><td>a sentence with more silences, where and as long as {@link Hesitation}
 *     draws them; what it draws with a filler or a word said twice is a silence alone</td></tr>
 * <tr><td>numbers, spelling</td><td>digits and letters recorded one by one, in groups and with
 *     silences as {@link TurnPlans} draws them</td></tr>
 * <tr><td>answers</td><td>a yes or no that is a recording of its own</td></tr>
 * </table>
 *
 * Eight turns are one caller's, who pauses longer or shorter than others where silences are drawn.
 */
final class ClipTurns {
  static final String SPOKEN = "spoken";
  static final String SEVERAL = "several";
  static final String PLANTED = "planted";
  static final String NUMBERS = "numbers";
  static final String SPELLING = "spelling";
  static final String ANSWERS = "answers";

  private static final double NUMBERS_SHARE = 14.0 / 62; // of sentences, as TurnPlans draws them
  private static final double SPELLINGS_SHARE = 4.0 / 62;

  private final TurnTexts language;
  private final Random random;
  private final TurnPlans plans;
  private final List<SpokenTurn> turns = new ArrayList<>();
  private int caller;
  private int speakers;
  private final List<String> unfit = new ArrayList<>();

  private ClipTurns(TurnTexts language, long seed) {
    this.language = language;
    this.random = new Random(seed);
    this.plans = TurnPlans.of(random, language);
  }

  /**
   * What was made.
   *
   * @param unfit names of recordings whose words do not fit their length
   * @param speakers how many people speak in the turns
   */
  record Made(List<SpokenTurn> turns, List<String> unfit, int speakers) {}

  /** Which of the sentences are taken; single words and answers always are. */
  enum Half {
    /** One half, to look at and mend by. */
    FIRST,
    /** The other, to report. */
    SECOND,
    /** Both. */
    ALL
  }

  /** The turns that can be made of {@code clips}. */
  static Made of(List<SpokenClip> clips, TurnTexts language, long seed, Half half) {
    ClipTurns made = new ClipTurns(language, seed);
    Map<String, List<SpokenClip>> bySpeaker = new LinkedHashMap<>();
    for (SpokenClip clip : half(clips, seed, half)) {
      bySpeaker.computeIfAbsent(clip.speaker(), none -> new ArrayList<>()).add(clip);
    }
    bySpeaker.values().forEach(made::speaker);
    return new Made(made.turns, made.unfit, made.speakers);
  }

  private static List<SpokenClip> half(List<SpokenClip> clips, long seed, Half half) {
    List<SpokenClip> sentences =
        new ArrayList<>(
            clips.stream().filter(clip -> clip.words().size() >= Passage.SENTENCE).toList());
    Collections.shuffle(sentences, new Random(seed));
    int middle = sentences.size() / 2;
    List<SpokenClip> out =
        switch (half) {
          case ALL -> List.of();
          case FIRST -> sentences.subList(middle, sentences.size());
          case SECOND -> sentences.subList(0, middle);
        };
    return clips.stream().filter(clip -> !out.contains(clip)).toList();
  }

  private void speaker(List<SpokenClip> clips) {
    int before = turns.size();
    Map<String, Passage> recorded = new LinkedHashMap<>();
    List<Passage> sentences = new ArrayList<>();
    List<Passage> several = new ArrayList<>();
    List<Passage> answers = new ArrayList<>();
    for (SpokenClip clip : clips) {
      List<Passage> passages = Passage.of(clip);
      if (passages.isEmpty()) {
        unfit.add(clip.name());
      }
      several.addAll(Passage.several(passages));
      for (Passage passage : passages) {
        if (language.answers().contains(passage.text())) {
          answers.add(passage);
        } else if (passage.words().size() == 1) {
          recorded.putIfAbsent(passage.text(), passage);
        } else if (passage.words().size() >= Passage.SENTENCE) {
          sentences.add(passage);
        }
      }
    }
    Collections.shuffle(sentences, random);
    List<Making> spoken = new ArrayList<>();
    for (Passage passage : sentences) {
      spoken.add(hesitation -> asSpoken(SPOKEN, Expected.ANYTHING, passage));
    }
    for (Passage passage : several) {
      spoken.add(hesitation -> asSpoken(SEVERAL, Expected.ANYTHING, passage));
    }
    for (Passage passage : answers) {
      spoken.add(hesitation -> asSpoken(ANSWERS, Expected.of(Form.YES_NO), passage));
    }
    Collections.shuffle(spoken, random);
    callers(spoken);
    List<Making> drawn = new ArrayList<>();
    for (Passage passage : sentences) {
      drawn.add(hesitation -> planted(passage, hesitation));
    }
    groups(drawn, recorded, sentences);
    Collections.shuffle(drawn, random);
    callers(drawn);
    speakers += turns.size() > before ? 1 : 0;
  }

  private void groups(List<Making> drawn, Map<String, Passage> recorded, List<Passage> sentences) {
    int count = sentences.size();
    if (recorded.keySet().containsAll(language.digits())) {
      Optional<Passage> opening = sentences.stream().filter(each -> opens(each.text())).findFirst();
      for (int i = 0; i < Math.max(TurnPlans.PER_CALLER, NUMBERS_SHARE * count); i++) {
        drawn.add(hesitation -> planned(NUMBERS, plans.number(hesitation), recorded, opening));
      }
    }
    List<String> letters =
        language.lastNames().stream().flatMap(name -> List.of(name.split("")).stream()).toList();
    if (recorded.keySet().containsAll(letters)) {
      for (int i = 0; i < Math.max(TurnPlans.PER_CALLER, SPELLINGS_SHARE * count); i++) {
        drawn.add(
            hesitation ->
                planned(SPELLING, plans.spelling(hesitation), recorded, Optional.empty()));
      }
    }
  }

  /** "The number I have is". */
  private static boolean opens(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("number") && (lower.endsWith(" is") || lower.endsWith(" ist"));
  }

  /** Makes a turn for a caller who hesitates so. */
  private interface Making {
    SpokenTurn turn(Hesitation hesitation);
  }

  private void callers(List<Making> makings) {
    Hesitation hesitation = plans.hesitation();
    for (int i = 0; i < makings.size(); i++) {
      if (i % TurnPlans.PER_CALLER == 0) {
        caller++;
        hesitation = plans.hesitation();
      }
      turns.add(makings.get(i).turn(hesitation));
    }
  }

  private SpokenTurn asSpoken(String kind, Expected expected, Passage passage) {
    return turn(kind, expected, new PassageTape(random).passage(passage, List.of()));
  }

  private SpokenTurn planted(Passage passage, Hesitation hesitation) {
    List<Duration> silences = hesitation.silences(passage.words().size() - 1);
    Sound sound = new PassageTape(random).passage(passage, silences);
    return turn(PLANTED, Expected.ANYTHING, sound);
  }

  private SpokenTurn planned(
      String kind, TurnPlan plan, Map<String, Passage> recorded, Optional<Passage> opening) {
    Sound sound = new PassageTape(random).plan(plan, recorded, opening);
    return turn(kind, plan.expected(), sound);
  }

  private SpokenTurn turn(String kind, Expected expected, Sound sound) {
    return new SpokenTurn(
        String.format("turn-%04d", turns.size() + 1),
        caller,
        SpokenTurn.HUMAN,
        kind,
        expected,
        sound.words(),
        sound.pauses(),
        sound.mulaw());
  }
}
