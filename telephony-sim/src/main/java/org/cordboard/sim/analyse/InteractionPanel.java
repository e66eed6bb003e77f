package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The interaction metrics of τ-voice (arXiv 2603.13686; tau2-bench, {@code
 * docs/interaction-metrics.md}), from audio. Where τ-voice counts in ticks of 200 ms, this counts
 * in samples; otherwise its windows are kept.
 *
 * <ul>
 *   <li>L_R: from the end of a caller's turn to the start of the reply (all of {@code response}).
 *       τ-voice reports the mean.
 *   <li>R_R: turns that were replied to before the caller spoke again, of all turns that ended with
 *       the other side silent. One difference: a caller who goes on within 2.5 s has not ended the
 *       turn, since a pause for thought is no missed response.
 *   <li>L_Y: from the caller's first sound over the other side's voice to that voice's stop, for
 *       those that stopped within 2 s. A stop is half a second of silence.
 *   <li>R_Y: interruptions that stopped it within 2 s, of all: caller sounds begun while the other
 *       side was speaking, less backchannels, tics, words to others, and those where the prompt is
 *       known to have come to its own end within 2 s: nobody can tell whether it would have
 *       stopped.
 *   <li>I_A: stretches of the other side's voice begun while the caller was speaking, per turn of
 *       R_R; can exceed 1. Pauses below half a second begin no new stretch.
 *   <li>S_BC: backchannels after which the other side went on for at least 1 s, less those where
 *       the prompt is known to have come to its own end before.
 *   <li>S_VT, S_ND: vocal tics, and words to somebody else, that were ignored: no stop within 1 s
 *       when begun over the other side's voice, no start within 2 s when begun in silence.
 * </ul>
 *
 * <p>S_BC, S_VT and S_ND need notes on what a sound was meant to be; without them they are not
 * measured, and such sounds count as interruptions.
 *
 * @param response L_R
 * @param responses R_R
 * @param yield L_Y
 * @param yields R_Y
 * @param agentInterrupts the events of I_A
 * @param backchannels S_BC
 * @param vocalTics S_VT
 * @param nonDirected S_ND
 */
public record InteractionPanel(
    Distribution response,
    Rate responses,
    Distribution yield,
    Rate yields,
    long agentInterrupts,
    Rate backchannels,
    Rate vocalTics,
    Rate nonDirected) {

  /** Several calls together. */
  public static InteractionPanel pooled(Collection<InteractionPanel> calls) {
    return new InteractionPanel(
        times(calls.stream().map(InteractionPanel::response).toList()),
        rate(calls.stream().map(InteractionPanel::responses).toList()),
        times(calls.stream().map(InteractionPanel::yield).toList()),
        rate(calls.stream().map(InteractionPanel::yields).toList()),
        calls.stream().mapToLong(InteractionPanel::agentInterrupts).sum(),
        rate(calls.stream().map(InteractionPanel::backchannels).toList()),
        rate(calls.stream().map(InteractionPanel::vocalTics).toList()),
        rate(calls.stream().map(InteractionPanel::nonDirected).toList()));
  }

  private static Distribution times(List<Distribution> parts) {
    return Distribution.of(parts.stream().flatMap(each -> each.sorted().stream()).toList());
  }

  private static Rate rate(List<Rate> parts) {
    return parts.stream().reduce(new Rate(0, 0), Rate::plus);
  }

  /** I_A; 0 when there was no turn. */
  public double agentInterruptRate() {
    return responses.of() == 0 ? 0 : (double) agentInterrupts / responses.of();
  }

  /** For people: one line a metric. */
  public String table() {
    return row("L_R  reply", seconds(response))
        + row("R_R  replied", responses.text())
        + row("L_Y  yield", seconds(yield))
        + row("R_Y  yielded", yields.text())
        + row(
            "I_A  broke in",
            String.format(Locale.ROOT, "%.2f a turn (%d)", agentInterruptRate(), agentInterrupts))
        + row("S_BC backchannel", backchannels.text())
        + row("S_VT tic", vocalTics.text())
        + row("S_ND to others", nonDirected.text());
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "  %-17s %s%n", name, value);
  }

  private static String seconds(Distribution times) {
    return times.count() == 0
        ? "not measured"
        : String.format(Locale.ROOT, "mean %.2f s (%d events)", times.mean() / 1000, times.count());
  }

  /** For machines, under τ-voice's names. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("L_R", latency(response))
        .put("R_R", responses.toJson())
        .put("L_Y", latency(yield))
        .put("R_Y", yields.toJson())
        .put(
            "I_A",
            new JsonObject().put("events", agentInterrupts).put("rate", agentInterruptRate()))
        .put("S_BC", backchannels.toJson())
        .put("S_VT", vocalTics.toJson())
        .put("S_ND", nonDirected.toJson());
  }

  private static JsonObject latency(Distribution times) {
    return new JsonObject().put("meanMs", times.mean()).put("count", times.count());
  }
}
