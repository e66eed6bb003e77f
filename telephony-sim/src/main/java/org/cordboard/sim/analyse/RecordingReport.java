package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;

/**
 * What a stereo recording of a call tells by itself: left is what the caller said, right what the
 * caller heard. Times are exact to 10 ms.
 *
 * @param lengthMs of the recording
 * @param caller stretches in which the caller spoke
 * @param heard stretches in which the caller heard speech
 * @param replies from the caller's last sound to the first sound heard
 * @param unanswered the caller stopped and had to speak again
 * @param overlaps both spoke at once
 * @param holes torn into what the caller heard by a player that came late
 * @param deadAir nobody spoke for more than {@link #DEAD_AIR}
 */
public record RecordingReport(
    long lengthMs,
    List<Stretch> caller,
    List<Stretch> heard,
    Gaps replies,
    List<Stretch> unanswered,
    List<Overlap> overlaps,
    List<Stretch> holes,
    List<Stretch> deadAir) {
  /** Silence from which a call feels dead. */
  public static final Duration DEAD_AIR = Duration.ofSeconds(4);

  private static final int SAMPLE_RATE_HZ = 8_000;

  /** Copies the lists. */
  public RecordingReport {
    caller = List.copyOf(caller);
    heard = List.copyOf(heard);
    unanswered = List.copyOf(unanswered);
    overlaps = List.copyOf(overlaps);
    holes = List.copyOf(holes);
    deadAir = List.copyOf(deadAir);
  }

  /**
   * Measures a recording.
   *
   * @param until the part of the call to look at, such as that with the AI; empty for all of it
   * @throws IOException when it is not a readable stereo WAV file of 8 kHz
   */
  public static RecordingReport of(Path wav, Optional<Duration> until) throws IOException {
    WavAudio audio = Wav.read(wav);
    if (audio.channels().length != 2 || audio.sampleRateHz() != SAMPLE_RATE_HZ) {
      throw new IOException(
          "%s: has %d channel(s) at %d Hz; give a recording of a call, two channels at 8000 Hz"
              .formatted(wav, audio.channels().length, audio.sampleRateHz()));
    }
    return of(audio.channels()[0], audio.channels()[1], until);
  }

  /** Measures the two sides of a call, 8 kHz. */
  public static RecordingReport of(short[] left, short[] right, Optional<Duration> until) {
    int length =
        (int)
            Math.min(
                Math.min(left.length, right.length),
                until.map(each -> each.toMillis() * Stretch.SAMPLES_PER_MS).orElse(Long.MAX_VALUE));
    short[] said = Arrays.copyOf(left, Math.max(0, length));
    short[] played = Arrays.copyOf(right, Math.max(0, length));
    List<Stretch> caller = SpeechFinder.find(said);
    List<Stretch> heard = SpeechFinder.find(played);
    Turns turns = new Turns(caller, heard);
    return new RecordingReport(
        said.length / Stretch.SAMPLES_PER_MS,
        caller,
        heard,
        turns.replies(),
        turns.unanswered(),
        turns.overlaps(),
        HoleFinder.find(played),
        turns.silences(DEAD_AIR.toMillis() * Stretch.SAMPLES_PER_MS));
  }

  /** The report for people: one line a measure. */
  public String table() {
    StringBuilder table = new StringBuilder();
    row(table, "recording", "%.1f s".formatted(lengthMs / 1000.0));
    row(table, "caller spoke", spoken(caller));
    row(table, "caller heard", spoken(heard));
    row(
        table,
        "reply time",
        replies.count() == 0
            ? "no reply measured"
            : "p50 %d ms, p95 %d ms (%d replies)"
                .formatted(replies.p50Ms(), replies.p95Ms(), replies.count()));
    row(table, "not answered", places(unanswered));
    row(table, "both at once", places(overlaps.stream().map(Overlap::where).toList()));
    row(table, "holes in speech", places(holes));
    row(table, "dead air", places(deadAir));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, String value) {
    table.append("  %-16s %s%n".formatted(name, value));
  }

  private static String spoken(List<Stretch> speech) {
    return "%.1f s in %d stretches"
        .formatted(speech.stream().mapToLong(Stretch::lengthMs).sum() / 1000.0, speech.size());
  }

  private static String places(List<Stretch> where) {
    if (where.isEmpty()) {
      return "none";
    }
    List<String> shown =
        where.stream()
            .limit(5)
            .map(each -> "%d ms at %.1f s".formatted(each.lengthMs(), each.fromMs() / 1000.0))
            .toList();
    return where.size() + ": " + String.join(", ", shown) + (where.size() > 5 ? ", …" : "");
  }

  /** The report for machines. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("lengthMs", lengthMs)
        .put("caller", list(caller, Stretch::toJson))
        .put("heard", list(heard, Stretch::toJson))
        .put("replies", replies.toJson())
        .put("unanswered", list(unanswered, Stretch::toJson))
        .put("overlaps", list(overlaps, Overlap::toJson))
        .put("holes", list(holes, Stretch::toJson))
        .put("deadAir", list(deadAir, Stretch::toJson));
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonObject> form) {
    return new JsonArray(items.stream().map(form).toList());
  }
}
