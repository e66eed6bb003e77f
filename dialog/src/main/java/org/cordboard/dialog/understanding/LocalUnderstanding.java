package org.cordboard.dialog.understanding;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.IntentAction;
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

  private static final Set<Signal> WITH_NAMES = Set.of(Signal.THANKS, Signal.CORRECTION);

  private static final Pattern CANCELS = // as a word, or as callers put it, in any language
      Pattern.compile(
          " (cancel|call off |calling off |scrap |(pull|back) out of "
              + "|storn|abbestell|kündig|widerruf|rückgängig)");

  private static final Set<Signal> ANSWERABLE = // after "hold on"
      EnumSet.of(Signal.CORRECTION, Signal.NEVER_MIND, Signal.CHECKS_LINE, Signal.GOODBYE);

  private final Embeddings embeddings;
  private final UnderstandingSettings settings;
  private final SignalDetector signals;
  private final Waiting waiting;
  private final Set<String> wishes; // intents that want something done or answered
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
    this.waiting = new Waiting(language, catalog.of(Signal.HOLD_ON));
    this.wishes =
        playbook.intents().stream()
            .filter(intent -> isWish(intent.action()))
            .map(Intent::name)
            .collect(Collectors.toUnmodifiableSet());
    this.signals = new SignalDetector(catalog, builtIn);
    Map<String, List<float[]>> examples = examples(playbook.intents(), embeddings);
    this.intents = IntentClassifier.train(examples, builtIn.outOfScope());
    this.foreign = new ForeignWishes(builtIn.outOfScope(), examples.values());
    this.answers = new Answers(language);
    this.moods = new Moods(language);
    this.highValue = playbook.rules().stakes().highValue();
  }

  private static boolean isWish(IntentAction action) {
    return !(action instanceof IntentAction.Say || action instanceof IntentAction.Goodbye);
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
    TurnReading whole = reading(text, expecting);
    return whole.signals().contains(Signal.HOLD_ON) ? goingOn(whole, text, expecting) : whole;
  }

  private TurnReading reading(String text, Expecting expecting) {
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
    boolean remark = !best.intent().equals(TurnReading.UNKNOWN) || !WITH_NAMES.containsAll(found);
    if (remark && SlotRules.isBareName(text, expecting)) {
      slots.keySet().removeAll(expecting.slots()); // "hold on": said instead of a name
    }
    return new TurnReading(
        best.intent(),
        best.confidence(),
        likely(ranked, best, found.contains(Signal.CORRECTION)),
        slots,
        moods.read(text, normal, found),
        found,
        answers.read(text, expecting));
  }

  /** "Hold on" does not ask to wait when something follows that is to be answered: that counts. */
  private TurnReading goingOn(TurnReading whole, String text, Expecting expecting) {
    List<String> after = waiting.followedBy(text);
    TurnReading rest = reading(Waiting.joined(after), expecting);
    boolean answerable =
        wishes.contains(rest.intent())
            || after.stream().anyMatch(answers::asks)
            || rest.signals().stream().anyMatch(ANSWERABLE::contains)
            || isNumber(whole, after, expecting)
            || (expecting.form() == Expecting.Form.YES_NO && answers.clearly(after));
    return answerable ? whole.notWaiting(rest) : whole;
  }

  private static boolean isNumber(TurnReading whole, List<String> after, Expecting expecting) {
    boolean filled = whole.slots().keySet().stream().anyMatch(expecting.slots()::contains);
    return expecting.form() == Expecting.Form.DIGITS
        && (filled || !SpokenDigits.find(Waiting.joined(after)).isEmpty());
  }

  /** A lone digit that was asked for, such as "zero", is no wish for a person. */
  private static boolean countsZero(Expecting expecting, String normal) {
    boolean oneWord = normal.strip().indexOf(' ') < 0;
    boolean asked =
        expecting.form() == Expecting.Form.DIGITS || expecting.form() == Expecting.Form.SPELLING;
    return asked && oneWord && !SpokenDigits.find(normal).isEmpty();
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

  /** The other candidates; whoever corrects us wants nothing that is foreign to the company. */
  private static List<Candidate> likely(
      List<Candidate> ranked, Candidate best, boolean correction) {
    return ranked.stream()
        .filter(candidate -> !candidate.intent().equals(best.intent()))
        .filter(candidate -> !correction || !candidate.intent().equals(TurnReading.OUT_OF_SCOPE))
        .limit(CANDIDATES)
        .toList();
  }
}
