package org.cordboard.speech.node;

import java.util.Locale;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.State;

/** What a node counts, in the Prometheus text form (exposition format 0.0.4). One thread. */
final class NodeMeters {
  private static final double[] BUCKETS_S = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
  private static final String PREFIX = "cordboard_speech_node_";

  /** Seconds, in buckets. */
  private static final class Times {
    private final long[] counts = new long[BUCKETS_S.length];
    private long count;
    private double sum;

    void add(long nanos) {
      double seconds = nanos / 1e9;
      for (int i = 0; i < BUCKETS_S.length; i++) {
        counts[i] += seconds <= BUCKETS_S[i] ? 1 : 0;
      }
      count++;
      sum += seconds;
    }
  }

  private final Times finals = new Times();
  private final Times firstAudio = new Times();
  private long streams;
  private long texts;
  private long frames;
  private long utterancesFailed;
  private long textsFailed;
  private long refusals;

  void streamBegan() {
    streams++;
  }

  void textBegan() {
    texts++;
  }

  void heard(int frames) {
    this.frames += frames;
  }

  void recognized(long nanosSinceEnd) {
    finals.add(nanosSinceEnd);
  }

  void failed() {
    utterancesFailed++;
  }

  void sounded(long nanosSinceAsked) {
    firstAudio.add(nanosSinceAsked);
  }

  void textFailed() {
    textsFailed++;
  }

  void refused() {
    refusals++;
  }

  /** The whole page. */
  String prometheus(State state, Load load) {
    StringBuilder page = new StringBuilder(4_000);
    for (State each : State.values()) {
      if (each != State.UNRECOGNIZED) {
        String name = each.name().toLowerCase(Locale.ROOT);
        if (each == State.SERVING) {
          head(page, "state", "gauge", "1 for the state that the node is in.");
        }
        line(page, "state{state=\"" + name + "\"}", each == state ? 1 : 0);
      }
    }
    gauge(page, "streams", "Recognition streams under way.", load.getStreams());
    gauge(page, "streams_max", "Streams that are taken at once.", load.getMaxStreams());
    gauge(page, "syntheses", "Texts being spoken.", load.getSyntheses());
    gauge(page, "syntheses_max", "Texts that are taken at once.", load.getMaxSyntheses());
    gauge(page, "utterances_waiting", "Utterances that wait for a decode.", load.getWaiting());
    gauge(page, "lag_seconds", "How long a decode would wait.", load.getLagMillis() / 1e3);
    counter(page, "streams_total", "Streams taken.", streams);
    counter(page, "frames_total", "Frames of 20 ms heard.", frames);
    counter(page, "utterances_failed_total", "Utterances the engine failed on.", utterancesFailed);
    counter(page, "syntheses_total", "Texts taken.", texts);
    counter(page, "syntheses_failed_total", "Texts the engine failed on.", textsFailed);
    counter(page, "refused_total", "Calls refused, for want of room or by rule.", refusals);
    times(page, "final_seconds", "From the end of an utterance to its words.", finals);
    times(page, "first_audio_seconds", "From a text to its first audio.", firstAudio);
    return page.toString();
  }

  private static void gauge(StringBuilder page, String name, String help, double value) {
    head(page, name, "gauge", help);
    line(page, name, value);
  }

  private static void counter(StringBuilder page, String name, String help, long value) {
    head(page, name, "counter", help);
    line(page, name, value);
  }

  private static void times(StringBuilder page, String name, String help, Times times) {
    head(page, name, "histogram", help);
    for (int i = 0; i < BUCKETS_S.length; i++) {
      line(page, name + "_bucket{le=\"" + BUCKETS_S[i] + "\"}", times.counts[i]);
    }
    line(page, name + "_bucket{le=\"+Inf\"}", times.count);
    line(page, name + "_sum", times.sum);
    line(page, name + "_count", times.count);
  }

  private static void head(StringBuilder page, String name, String type, String help) {
    page.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
    page.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder page, String name, double value) {
    page.append(PREFIX).append(name).append(' ');
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      page.append((long) value);
    } else {
      page.append(value);
    }
    page.append('\n');
  }
}
