package org.cordboard.sim.scenario;

import java.util.List;
import java.util.regex.Pattern;

/** What must be so after a call. {@code line} is its place in the scenario file. */
public sealed interface Expectation {

  /** Its line in the scenario file. */
  int line();

  /** Between {@code least} and {@code most} entries of the ledger fit; -1 for no upper bound. */
  record Entries(int line, EntryPattern pattern, int least, int most) implements Expectation {}

  /** Entries that fit stand on the ledger in this order, others between them. */
  record InOrder(int line, List<EntryPattern> patterns) implements Expectation {
    /** Copies the list. */
    public InOrder {
      patterns = List.copyOf(patterns);
    }
  }

  /** Somebody heard one of these, in any of their turns; plain words. */
  record Heard(int line, String who, List<Pattern> oneOf) implements Expectation {
    /** Copies the list. */
    public Heard {
      oneOf = List.copyOf(oneOf);
    }
  }

  /** Neither was it said by the AI nor did the caller hear it before a person joined. */
  record NotSaid(int line, Pattern pattern) implements Expectation {}

  /** The carrier had nothing to complain of. */
  record NoNotices(int line) implements Expectation {}

  /** After the join, words of the caller and of the person stand on the ledger. */
  record BothTranscribed(int line) implements Expectation {}
}
