package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a stereo recording of a call tells by itself: left is what the caller said, right what the
 * caller heard. Times are exact to 10 ms where the voice stands out of the noise by 20 dB or more
 * ({@link SelfCheck} tells how exact).
 *
 * @param lengthMs of the recording
 * @param caller stretches in which the caller spoke
 * @param heard stretches in which the caller heard speech
 * @param replies from the caller's last sound to the first sound heard
 * @param unanswered the caller stopped and had to speak again
 * @param overlaps both spoke at once
 * @param holes torn into what the caller heard by a player that came late
 * @param deadAir nobody spoke for more than {@link #DEAD_AIR}
 * @param bargeIns the caller began to speak over what was heard
 * @param clippedStarts heard speech whose beginning was cut away
 */
public record RecordingReport(
    long lengthMs,
    List<Stretch> caller,
    List<Stretch> heard,
    Gaps replies,
    List<Stretch> unanswered,
    List<Overlap> overlaps,
    List<Stretch> holes,
    List<Stretch> deadAir,
    List<BargeIn> bargeIns,
    List<Stretch> clippedStarts) {
  /** Silence from which a call feels dead. */
  public static final Duration DEAD_AIR = Duration.ofSeconds(4);

  /** Copies the lists. */
  public RecordingReport {
    caller = List.copyOf(caller);
    heard = List.copyOf(heard);
    unanswered = List.copyOf(unanswered);
    overlaps = List.copyOf(overlaps);
    holes = List.copyOf(holes);
    deadAir = List.copyOf(deadAir);
    bargeIns = List.copyOf(bargeIns);
    clippedStarts = List.copyOf(clippedStarts);
  }

  /**
   * Measures a recording.
   *
   * @param until the part of the call to look at, such as that with the AI; empty for all of it
   * @throws IOException when it is not a readable stereo WAV file of 8 kHz
   */
  public static RecordingReport of(Path wav, Optional<Duration> until) throws IOException {
    return Recording.read(wav).measure(until);
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
        turns.silences(DEAD_AIR.toMillis() * Stretch.SAMPLES_PER_MS),
        new BargeInFinder(caller, heard, played).find(),
        ClippedStartFinder.find(played, heard));
  }

  /** From the beginning to the first sound heard: the wait for a greeting. Empty if none came. */
  public Optional<Stretch> greeting() {
    return heard.stream()
        .findFirst()
        .filter(first -> caller.stream().noneMatch(each -> each.fromSample() < first.fromSample()))
        .map(first -> new Stretch(0, first.fromSample()));
  }

  /** The interaction metrics of τ-voice; what they need to know beyond audio is in the notes. */
  public InteractionPanel panel(CallNotes notes) {
    return new PanelCounter(this, notes).count();
  }

  /** The reply times of each kind, the greeting's among them; in the order of the kinds. */
  public Map<TurnKind, List<Stretch>> byKind(CallNotes notes) {
    Map<TurnKind, List<Stretch>> kinds = new EnumMap<>(TurnKind.class);
    greeting().ifPresent(first -> kinds.put(TurnKind.GREETING, List.of(first)));
    for (Stretch gap : replies.each()) {
      kinds.computeIfAbsent(notes.kindOf(gap), any -> new ArrayList<>()).add(gap);
    }
    return kinds;
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
    row(table, "clipped starts", places(clippedStarts));
    row(table, "barge-ins", stops());
    return table.toString();
  }

  private String stops() {
    return bargeIns.isEmpty()
        ? "none"
        : bargeIns.size()
            + ": voice stopped after "
            + bargeIns.stream()
                .limit(5)
                .map(each -> each.stopMs() + " ms")
                .collect(Collectors.joining(", "))
            + (bargeIns.size() > 5 ? ", …" : "");
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
        .put("deadAir", list(deadAir, Stretch::toJson))
        .put("bargeIns", list(bargeIns, BargeIn::toJson))
        .put("clippedStarts", list(clippedStarts, Stretch::toJson));
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonObject> form) {
    return new JsonArray(items.stream().map(form).toList());
  }
}
