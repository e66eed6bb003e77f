package org.cordboard.dialog.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.privacy.Redactor;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Answer;
import org.cordboard.dialog.understanding.TurnReading.Candidate;
import org.cordboard.dialog.understanding.Understanding;

/**
 * An understanding that looks twice: a turn that fits no intent, as when a word of it was misheard,
 * is a question to the documents when they surely answer it. Blocking and shared: used on workers
 * only.
 */
public final class AnswerableQuestions implements Understanding {
  private final Understanding understanding;
  private final Knowledge knowledge;
  private final List<String> asking; // intents that the documents serve
  private final double sure;

  /** What {@code understanding} leaves unclear is looked up in {@code knowledge}. */
  public AnswerableQuestions(
      Understanding understanding,
      Knowledge knowledge,
      Playbook playbook,
      KnowledgeSettings settings) {
    this.understanding = understanding;
    this.knowledge = knowledge;
    this.asking =
        playbook.intents().stream()
            .filter(intent -> intent.action() instanceof IntentAction.Documents)
            .map(Intent::name)
            .toList();
    this.sure = settings.sure();
  }

  @Override
  public TurnReading read(String text, Expecting expecting) {
    TurnReading reading = understanding.read(text, expecting);
    return unclear(reading)
        ? intent(reading)
            .flatMap(intent -> answer(text).map(found -> reading.as(intent, found.score())))
            .orElse(reading)
        : reading;
  }

  private static boolean unclear(TurnReading reading) {
    return reading.intent().equals(TurnReading.UNKNOWN)
        && reading.answer() == Answer.NEITHER
        && reading.slots().isEmpty()
        && reading.signals().isEmpty();
  }

  /** The likeliest of the intents that the documents serve. */
  private Optional<String> intent(TurnReading reading) {
    return reading.candidates().stream()
        .map(Candidate::intent)
        .filter(asking::contains)
        .findFirst()
        .or(() -> asking.stream().findFirst());
  }

  private Optional<Knowledge.Passage> answer(String text) {
    return knowledge.find(Redactor.redact(text, Set.of()).text(), 1).stream()
        .filter(passage -> passage.score() >= sure)
        .findFirst();
  }
}
