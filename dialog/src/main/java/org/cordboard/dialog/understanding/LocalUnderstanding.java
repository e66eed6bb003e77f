package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.privacy.SpokenDigits;
import org.cordboard.dialog.understanding.TurnReading.Candidate;

/**
 * Understanding with no key and no network: sentence vectors and a classifier that learns the
 * playbook's intents when it is made, slot rules, and word lists with sentence vectors for the
 * signals. Blocking and shared: used on workers only.
 */
public final class LocalUnderstanding implements Understanding {
  private static final int CANDIDATES = 3;
  private static final int SHORTEST = 2; // words; one word alone has too little meaning

  private static final Pattern CANCELS = // as a word, or as callers put it, in any language
      Pattern.compile(
          " (cancel|call off |calling off |scrap |(pull|back) out of "
              + "|storn|abbestell|kündig|widerruf|rückgängig)");

  private final Embeddings embeddings;
  private final UnderstandingSettings settings;
  private final SignalDetector signals;
  private final IntentClassifier intents;
  private final ForeignWishes foreign;
  private final Answers answers;
  private final Moods moods;
  private final double highValue;

  /**
   * Learns a playbook; takes up to a second.
   *
   * @param embeddings shared with the knowledge
   */
  public LocalUnderstanding(
      Playbook playbook, Embeddings embeddings, UnderstandingSettings settings) {
    Locale language = playbook.company().language();
    this.embeddings = embeddings;
    this.settings = settings;
    BuiltInVectors builtIn = BuiltInVectors.load(embeddings, language);
    SignalCatalog catalog = SignalCatalog.load(language, playbook.words());
    this.signals = new SignalDetector(catalog, builtIn);
    Map<String, List<float[]>> examples = examples(playbook.intents(), embeddings);
    this.intents = IntentClassifier.train(examples, builtIn.outOfScope());
    this.foreign = new ForeignWishes(builtIn.outOfScope(), examples.values());
    this.answers = new Answers(language);
    this.moods = new Moods(language);
    this.highValue = playbook.rules().stakes().highValue();
  }

  private static Map<String, List<float[]>> examples(List<Intent> intents, Embeddings embeddings) {
    Map<String, List<float[]>> examples = new LinkedHashMap<>();
    for (Intent intent : intents) {
      examples.put(intent.name(), embeddings.of(intent.examples()));
    }
    return examples;
  }

  @Override
  public TurnReading read(String text, Expecting expecting) {
    String normal = Words.normal(text);
    float[] meaning = embeddings.of(text.isBlank() ? "." : text);
    Map<String, String> slots = SlotRules.read(text, expecting);
    Set<Signal> found = EnumSet.noneOf(Signal.class);
    found.addAll(signals.find(normal, meaning));
    if (cancelsMuch(normal, slots)) {
      found.add(Signal.HIGH_VALUE_CANCELLATION);
    }
    if (countsZero(expecting, normal)) {
      found.remove(Signal.ASKS_FOR_PERSON);
    }
    List<Candidate> ranked =
        normal.isEmpty() ? List.of() : foreign.doubt(intents.rank(meaning), meaning);
    Candidate best = best(ranked, normal);
    return new TurnReading(
        best.intent(),
        best.confidence(),
        likely(ranked, best),
        slots,
        moods.read(text, normal, found),
        found,
        answers.read(text, expecting));
  }

  /** A lone digit that was asked for, such as "zero", is no wish for a person. */
  private static boolean countsZero(Expecting expecting, String normal) {
    boolean oneWord = normal.strip().indexOf(' ') < 0;
    return expecting.form() == Expecting.Form.DIGITS
        && oneWord
        && !SpokenDigits.find(normal).isEmpty();
  }

  private boolean cancelsMuch(String normal, Map<String, String> slots) {
    String amount = slots.get("amount");
    return amount != null
        && CANCELS.matcher(normal).find()
        && Double.parseDouble(amount) >= highValue;
  }

  private Candidate best(List<Candidate> ranked, String normal) {
    if (ranked.isEmpty()) {
      return new Candidate(TurnReading.UNKNOWN, 0);
    }
    Candidate first = ranked.get(0);
    boolean tooShort = normal.trim().split(" ", -1).length < SHORTEST && first.confidence() < 0.8;
    return first.intent().equals(TurnReading.OUT_OF_SCOPE)
            || first.confidence() < settings.threshold()
            || tooShort
        ? new Candidate(TurnReading.UNKNOWN, first.confidence())
        : first;
  }

  private static List<Candidate> likely(List<Candidate> ranked, Candidate best) {
    List<Candidate> others = new ArrayList<>();
    for (Candidate candidate : ranked) {
      if (others.size() < CANDIDATES && !candidate.intent().equals(best.intent())) {
        others.add(candidate);
      }
    }
    return others;
  }
}
