package org.cordboard.lab.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cordboard.config.Settings;
import org.cordboard.lab.virtual.Play;
import org.cordboard.lab.virtual.Stage;
import org.cordboard.sim.analyse.LedgerNotes;
import org.cordboard.sim.analyse.Recording;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.MuLawWavWriter;

/**
 * Whole calls of the sample company in virtual time, the parts as late as they are told to be: what
 * is left is the product's, and the same on every machine.
 */
final class VirtualLatency {
  private VirtualLatency() {}

  /**
   * Plays calls; each is written to {@code folder} when it has the longest wait so far, with its
   * page beside it.
   *
   * @param settings lays what the parts need over what else there is
   */
  static LatencyFigures run(
      Parts parts,
      int calls,
      long seed,
      Path folder,
      Function<Map<String, String>, Settings> settings)
      throws IOException {
    Stage stage =
        Stage.load(
            Play.WISHES, folder.resolve("virtual"), parts.staged(), parts.settings(), settings);
    LatencyFigures figures = new LatencyFigures(parts, Optional.empty(), seed);
    Path wav = folder.resolve("slowest-" + parts.label() + ".wav");
    for (int call = 0; call < calls; call++) {
      Stage.Taped taped = stage.play(seed * 1_000_003 + call);
      PlayedCall played = played(taped, wav);
      figures.add(taped.metrics());
      if (figures.add(played, taped.failure().isEmpty())) {
        try (MuLawWavWriter file = new MuLawWavWriter(wav, 2)) {
          file.write(taped.caller(), taped.heard());
        }
        played.writePage(PlayedCall.page(wav));
      }
    }
    return figures;
  }

  private static PlayedCall played(Stage.Taped call, Path wav) {
    JsonArray ledger = new JsonArray();
    call.ledger()
        .forEach(
            entry ->
                ledger.add(
                    new JsonObject()
                        .put("at", entry.at().toString())
                        .put("type", entry.type())
                        .put("body", new JsonObject(entry.body()))));
    int length = Math.max(call.caller().length, call.heard().length);
    return new PlayedCall(
        wav,
        Optional.of(call.begun()),
        new Recording(samples(call.caller(), length), samples(call.heard(), length)),
        LedgerNotes.of(ledger, Optional.of(call.begun())));
  }

  private static short[] samples(byte[] mulaw, int length) {
    return Arrays.copyOf(MuLaw.decode(mulaw), length);
  }
}
