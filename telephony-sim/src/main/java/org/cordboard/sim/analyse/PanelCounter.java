package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;

/** Counts the events of the {@link InteractionPanel} in one call. */
final class PanelCounter {
  private static final long YIELD_MS = 2_000;
  private static final long IGNORE_MS = 1_000;
  private static final long START_MS = 2_000;
  private static final long PAUSE = 500L * Stretch.SAMPLES_PER_MS;

  private final RecordingReport report;
  private final CallNotes notes;
  private final List<Long> yields = new ArrayList<>();
  private Rate yielded = new Rate(0, 0);
  private Rate backchannels = new Rate(0, 0);
  private Rate tics = new Rate(0, 0);
  private Rate others = new Rate(0, 0);

  PanelCounter(RecordingReport report, CallNotes notes) {
    this.report = report;
    this.notes = notes;
  }

  InteractionPanel count() {
    report.bargeIns().forEach(this::over);
    for (Stretch each : report.caller()) {
      if (report.bargeIns().stream().noneMatch(over -> over.caller().equals(each))) {
        inSilence(each);
      }
    }
    int replies = report.replies().count();
    return new InteractionPanel(
        Distribution.of(report.replies().each().stream().map(Stretch::lengthMs).toList()),
        new Rate(replies, replies + report.unanswered().size()),
        Distribution.of(yields),
        yielded,
        agentInterrupts(),
        backchannels,
        tics,
        others);
  }

  private void over(BargeIn each) {
    CallerSound sound = notes.soundAt(each.caller());
    long judgedMs = sound == CallerSound.SPEECH ? YIELD_MS : IGNORE_MS;
    if (each.stopMs() <= judgedMs && notes.endedByItself(each)) {
      return; // it had no more to say: whether it would have gone on is not known
    }
    Rate ignored = one(each.stopMs() > IGNORE_MS);
    switch (sound) {
      case SPEECH -> {
        boolean yield = each.stopMs() <= YIELD_MS;
        yielded = yielded.plus(one(yield));
        if (yield) {
          yields.add(each.stopMs());
        }
      }
      case BACKCHANNEL -> backchannels = backchannels.plus(ignored);
      case VOCAL_TIC -> tics = tics.plus(ignored);
      case NON_DIRECTED -> others = others.plus(ignored);
      case NOISE -> {} // τ-voice does not count it
    }
  }

  private void inSilence(Stretch each) {
    CallerSound sound = notes.soundAt(each);
    boolean answered =
        report.heard().stream()
            .anyMatch(
                heard ->
                    heard.fromMs() >= each.fromMs()
                        && heard.fromMs() <= each.fromMs() + each.lengthMs() + START_MS);
    if (sound == CallerSound.VOCAL_TIC) {
      tics = tics.plus(one(!answered));
    } else if (sound == CallerSound.NON_DIRECTED) {
      others = others.plus(one(!answered));
    }
  }

  private long agentInterrupts() {
    long count = 0;
    long spokenTo = Long.MIN_VALUE / 2;
    for (Stretch heard : report.heard()) {
      boolean begins = heard.fromSample() - spokenTo >= PAUSE;
      spokenTo = heard.toSample();
      if (begins && report.caller().stream().anyMatch(each -> each.holds(heard.fromSample()))) {
        count++;
      }
    }
    return count;
  }

  private static Rate one(boolean hit) {
    return new Rate(hit ? 1 : 0, 1);
  }
}
