package org.cordboard.handoff;

import java.util.List;

/**
 * What the person is told before they take the call; a reading of the ledger, every fact with its
 * evidence. Mood and next step are marked as inferred, with their reason.
 *
 * @param who the caller: name if known and how they were identified
 * @param why the reason for the call and for the transfer
 * @param facts what is known
 * @param tried what was done and what came of it
 * @param promises what the caller was promised
 * @param open what is still open
 * @param inferred mood and suggested next step, with reasons
 * @param whisper the spoken form, at most 10 s long
 */
public record Brief(
    String who,
    String why,
    List<Fact> facts,
    List<Fact> tried,
    List<Fact> promises,
    List<String> open,
    List<Fact> inferred,
    String whisper) {
  /** Copies the lists. */
  public Brief {
    facts = List.copyOf(facts);
    tried = List.copyOf(tried);
    promises = List.copyOf(promises);
    open = List.copyOf(open);
    inferred = List.copyOf(inferred);
  }

  /**
   * One statement and where it comes from.
   *
   * @param text the statement
   * @param evidence the caller's words or the look-up it rests on, shortened
   * @param entry the ledger's sequence number of that evidence
   */
  public record Fact(String text, String evidence, long entry) {}
}
