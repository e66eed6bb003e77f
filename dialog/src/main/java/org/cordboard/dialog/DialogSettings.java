package org.cordboard.dialog;

import java.time.Duration;
import java.util.List;
import org.cordboard.dialog.model.ModelSettings;

/**
 * The section {@code dialog}: see {@code reference.conf} for what each key means.
 *
 * @param turns thresholds of the conversation
 * @param forbiddenClaims regular expressions that no sentence may match
 * @param workers how much of it runs at once
 * @param model the language model
 * @param fillers what bridges late answers
 * @param speculation whether answers are worked out before a turn is surely over
 */
public record DialogSettings(
    Turns turns,
    List<String> forbiddenClaims,
    Threads workers,
    ModelSettings model,
    Fillers fillers,
    boolean speculation) {

  /**
   * When a late answer is bridged.
   *
   * @param after silence, from the caller's turn or our last word, before the first filler
   * @param again silence after it before the second and last one of a turn
   */
  public record Fillers(Duration after, Duration again) {
    /** Checks the ranges. */
    public Fillers {
      if (after.isNegative() || after.isZero() || again.compareTo(after) < 0) {
        throw new IllegalArgumentException("after must be above 0 and again not below it");
      }
    }
  }

  /**
   * Thresholds.
   *
   * @param confirmConfidence of the recogniser, below which a yes to a read-back is asked for again
   * @param wrongNumbers numbers of orders that do not exist before a person is offered
   * @param toolRounds answers of tools in one turn before the model is stopped
   */
  public record Turns(double confirmConfidence, int wrongNumbers, int toolRounds) {
    /** Checks the ranges. */
    public Turns {
      if (confirmConfidence < 0 || confirmConfidence > 1) {
        throw new IllegalArgumentException("confirm-confidence must lie between 0 and 1");
      }
      if (wrongNumbers < 1 || toolRounds < 1) {
        throw new IllegalArgumentException("wrong-numbers and tool-rounds must be at least 1");
      }
    }
  }

  /**
   * The pool for readings, retrieval, models and tools.
   *
   * @param threads at once
   * @param queue waiting beyond them; more are refused
   */
  public record Threads(int threads, int queue) {
    /** Checks the ranges. */
    public Threads {
      if (threads < 1 || queue < 1) {
        throw new IllegalArgumentException("threads and queue must be at least 1");
      }
    }
  }
}
