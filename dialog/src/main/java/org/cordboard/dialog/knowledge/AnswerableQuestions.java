package org.cordboard.dialog.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.privacy.Redactor;
import org.cordboard.dialog.understanding.GeneralQuestions;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Answer;
import org.cordboard.dialog.understanding.TurnReading.Candidate;
import org.cordboard.dialog.understanding.Understanding;

/**
 * An understanding that looks twice: a turn that fits no intent, as when a word of it was misheard,
 * is a question to the documents when they surely answer it; so is a question about nothing of the
 * caller's own that reads like a wish for a tool. Blocking and shared: used on workers only.
 */
public final class AnswerableQuestions implements Understanding {
  private final Understanding understanding;
  private final Knowledge knowledge;
  private final List<String> asking; // intents that the documents serve
  private final Set<String> serving; // intents that tools serve
  private final GeneralQuestions general;
  private final double sure;
  private final double overrules;

  /** What {@code understanding} leaves unclear is looked up in {@code knowledge}. */
  public AnswerableQuestions(
      Understanding understanding,
      Knowledge knowledge,
      Playbook playbook,
      KnowledgeSettings settings) {
    this.understanding = understanding;
    this.knowledge = knowledge;
    this.asking = names(playbook, IntentAction.Documents.class);
    this.serving = Set.copyOf(names(playbook, IntentAction.Tool.class));
    this.general = new GeneralQuestions(playbook.company().language());
    this.sure = settings.sure();
    this.overrules = settings.overrules();
  }

  private static List<String> names(Playbook playbook, Class<? extends IntentAction> does) {
    return playbook.intents().stream()
        .filter(intent -> does.isInstance(intent.action()))
        .sorted(Comparator.comparing(intent -> -intent.examples().size())) // the broadest first
        .map(Intent::name)
        .toList();
  }

  @Override
  public TurnReading read(String text, Expecting expecting) {
    TurnReading reading = understanding.read(text, expecting);
    boolean answers = reading.answer() != Answer.NEITHER;
    if (!plain(reading)) {
      return reading;
    } else if (reading.intent().equals(TurnReading.UNKNOWN)) {
      return answers ? reading : question(reading, text, sure);
    } else if (answers && expecting.form() == Expecting.Form.YES_NO) {
      return reading; // "okay" before a question answers only where it was asked for
    } else if (general.isOne(text) && mayAsk(reading.intent())) {
      return question(reading, text, overrules);
    }
    return reading;
  }

  private boolean mayAsk(String intent) {
    return serving.contains(intent) || asking.contains(intent);
  }

  private TurnReading question(TurnReading reading, String text, double near) {
    return intent(reading)
        .flatMap(intent -> answer(text, near).map(found -> as(reading, intent, found.score())))
        .orElse(reading);
  }

  private static TurnReading as(TurnReading reading, String intent, double surely) {
    boolean known = reading.intent().equals(intent);
    return reading.as(intent, known ? Math.max(surely, reading.confidence()) : surely);
  }

  /** Nothing else is in it that is to be acted upon. */
  private static boolean plain(TurnReading reading) {
    return reading.slots().isEmpty() && reading.signals().isEmpty();
  }

  /** The likeliest of the intents that the documents serve. */
  private Optional<String> intent(TurnReading reading) {
    if (asking.contains(reading.intent())) {
      return Optional.of(reading.intent());
    }
    return reading.candidates().stream()
        .map(Candidate::intent)
        .filter(asking::contains)
        .findFirst()
        .or(() -> asking.stream().findFirst());
  }

  private Optional<Knowledge.Passage> answer(String text, double near) {
    return knowledge.find(Redactor.redact(text, Set.of()).text(), 1).stream()
        .filter(passage -> passage.score() >= near)
        .findFirst();
  }
}
