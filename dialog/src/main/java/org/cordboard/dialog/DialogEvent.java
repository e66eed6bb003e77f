package org.cordboard.dialog;

import java.util.List;
import java.util.Map;
import org.cordboard.dialog.ledger.LedgerEvent;

/**
 * What the dialog puts on the ledger. Texts are masked already. {@code turn} counts the caller's
 * turns of a call from 1, {@code prompt} the prompts.
 */
public sealed interface DialogEvent extends LedgerEvent {

  /** The dialog began, with this playbook. */
  record DialogStarted(String company, String playbookVersion, String language)
      implements DialogEvent {}

  /** The conversation goes on in this language (BCP 47): notices are owed in it anew. */
  record LanguageChanged(String language) implements DialogEvent {}

  /** The caller said it. */
  record CallerSaid(
      long turn, String text, double confidence, boolean keyed, long startMs, long endMs)
      implements DialogEvent {}

  /** What was made of a turn; slots are name → value. */
  record Understood(
      long turn,
      String intent,
      double confidence,
      Map<String, String> slots,
      String mood,
      double anger)
      implements DialogEvent {}

  /** The AI says it (whether it was heard is {@link PromptHeard}). */
  record AgentSaid(long prompt, String text, String source, String detail) implements DialogEvent {}

  /** What the caller heard of a prompt. */
  record PromptHeard(long prompt, String text, boolean whole) implements DialogEvent {}

  /** A notice was heard to its end: {@code ai} or {@code recording}. */
  record NoticeHeard(String notice) implements DialogEvent {}

  /**
   * A rule fired: id, effect ({@code offer}, {@code transfer-now}, {@code first-in-line}), reason.
   */
  record EscalationFired(String rule, String effect, String reason, long turn)
      implements DialogEvent {}

  /** A read-back was asked to be confirmed before an effect. */
  record ConfirmationAsked(String key, String tool, Map<String, String> arguments, String readBack)
      implements DialogEvent {}

  /** The caller answered the read-back. Barrier when yes. */
  record ConfirmationGiven(String key, boolean yes, long turn) implements DialogEvent {}

  /** A tool is about to be called. Barrier. {@code key} makes the effect happen once. */
  record ToolIntended(String key, String tool, Map<String, String> arguments)
      implements DialogEvent {}

  /** A tool answered. Barrier for effects. {@code summary} is one line for people. */
  record ToolFinished(
      String key, String tool, boolean ok, Map<String, String> result, String summary)
      implements DialogEvent {}

  /** Documents that an answer rests on. */
  record KnowledgeUsed(long turn, List<String> sources) implements DialogEvent {}

  /** A question that the documents do not answer (R30). */
  record KnowledgeMissing(long turn, String question) implements DialogEvent {}

  /** Something is owed to the caller (R43): kind {@code message}, {@code callback}. */
  record PromiseMade(String id, String kind, String text) implements DialogEvent {}

  /** A part failed or was slow beyond its budget; the step taken. */
  record PartDegraded(String part, String step) implements DialogEvent {}
}
