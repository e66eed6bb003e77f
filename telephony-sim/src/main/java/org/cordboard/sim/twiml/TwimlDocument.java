package org.cordboard.sim.twiml;

import java.util.List;

/** A parsed document: its verbs in order, and what was wrong but could be read around. */
public record TwimlDocument(List<Verb> verbs, List<TwimlWarning> warnings) {
  /** Copies the lists. */
  public TwimlDocument {
    verbs = List.copyOf(verbs);
    warnings = List.copyOf(warnings);
  }
}
