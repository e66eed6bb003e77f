package org.cordboard.sim.twiml;

import java.util.Map;
import java.util.function.Consumer;

/** What an {@link Execution} needs of the call it controls. Everything happens on the one loop. */
public interface Performer {

  /** Performs {@code verb}; calls {@code done} once, later or at once, unless interrupted. */
  void perform(Verb verb, Consumer<VerbResult> done);

  /**
   * Fetches a document; calls {@code loaded} with it. A failure is the performer's to deal with:
   * another document or the end of the call.
   */
  void fetch(Verb.Action from, Map<String, String> parameters, Consumer<LoadedDocument> loaded);

  /** No verb is left. */
  void exhausted();

  /** {@code <Hangup>} was reached. */
  void hangUp();

  /** {@code <Reject>} was reached. */
  void reject(String reason);

  /** Something is wrong with the document or with how it is used. */
  void warned(TwimlWarning warning);

  /** A verb that cannot be performed was reached: the call ends with an application error. */
  void failed(TwimlWarning reason);

  /** A document and the URL its relative addresses start from. */
  record LoadedDocument(TwimlDocument document, String url) {}
}
