package org.cordboard.dialog;

/**
 * Why a sentence was said: shown to supervisors beside it.
 *
 * @param source the kind of thing that produced it
 * @param detail rule id, document and section, tool name, model name; empty when there is none
 */
public record Why(Source source, String detail) {
  /** What produces sentences. */
  public enum Source {
    /** A fixed text of the playbook. */
    PLAYBOOK,
    /** An escalation, closing or safety rule. */
    RULE,
    /** A tool's result or a question that a tool needs answered. */
    TOOL,
    /** A document of the company. */
    KNOWLEDGE,
    /** The language model's own words. */
    MODEL
  }
}
