package org.cordboard.speech.node;

import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.State;
import org.jspecify.annotations.Nullable;

/**
 * A node as its clients see it. Immutable.
 *
 * @param address where it is
 * @param report the latest, if it is being heard
 * @param trouble why it is not, for people
 * @param newStreams streams given to it since that report
 * @param newSyntheses texts given to it since that report
 */
record NodeView(
    NodeAddress address,
    @Nullable NodeReport report,
    String trouble,
    int newStreams,
    int newSyntheses) {
  private static final double LAG_WEIGHT = 0.001; // a second behind weighs like being full

  /** Whether it would take a new stream in this language. */
  boolean hears(String language) {
    NodeReport known = report;
    if (known == null || known.getState() != State.SERVING) {
      return false;
    }
    Load load = known.getLoad();
    return load.getStreams() + newStreams < load.getMaxStreams() && understands(known, language);
  }

  /** Whether a node says that it understands {@code language}, or takes whatever is asked for. */
  static boolean understands(NodeReport report, String language) {
    return report.getLanguagesCount() == 0
        || report.getLanguagesList().stream().anyMatch(each -> Admission.same(each, language));
  }

  /** Whether it would take another text to speak. */
  boolean speaks() {
    NodeReport known = report;
    return known != null
        && (known.getState() == State.SERVING || known.getState() == State.FULL)
        && known.getLoad().getSyntheses() + newSyntheses < known.getLoad().getMaxSyntheses();
  }

  /** Whether it speaks the very samples that {@code other} does. */
  boolean speaksAs(NodeView other) {
    NodeReport mine = report;
    NodeReport theirs = other.report;
    return mine != null
        && theirs != null
        && mine.getRepeatable()
        && theirs.getRepeatable()
        && mine.getSynthesizer().equals(theirs.getSynthesizer());
  }

  /** Share of its room for streams that is taken, and how far it is behind. */
  double hearingLoad() {
    NodeReport known = report;
    if (known == null) {
      return Double.MAX_VALUE;
    }
    Load load = known.getLoad();
    return (double) (load.getStreams() + newStreams) / Math.max(1, load.getMaxStreams())
        + load.getLagMillis() * LAG_WEIGHT;
  }

  /** Share of its room for texts that is taken. */
  double speakingLoad() {
    NodeReport known = report;
    return known == null
        ? Double.MAX_VALUE
        : (double) (known.getLoad().getSyntheses() + newSyntheses)
            / Math.max(1, known.getLoad().getMaxSyntheses());
  }

  /** Its state in a few words. */
  String told() {
    NodeReport known = report;
    if (known == null) {
      return address + " " + trouble;
    }
    String state =
        switch (known.getState()) {
          case SERVING -> "serving";
          case FULL -> "full";
          case SICK -> "its engine fails";
          case DRAINING -> "about to stop";
          default -> "in a state unknown here";
        };
    return address + " " + state;
  }
}
