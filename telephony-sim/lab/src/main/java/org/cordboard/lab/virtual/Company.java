package org.cordboard.lab.virtual;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cordboard.config.Settings;
import org.cordboard.dialog.DialogSettings;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.model.BuiltInChatModel;
import org.cordboard.dialog.understanding.Embeddings;
import org.cordboard.gateway.Mind;
import org.cordboard.gateway.Parts;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.carrier.NumberPlan;

/** What all worlds share, because it is slow to make and never changes: the sample company. */
record Company(
    Settings settings,
    SimSettings sim,
    Mind mind,
    Optional<Mind> german,
    BuiltInChatModel model,
    LedgerCodec codec,
    DialogSettings dialog) {
  static final String NUMBER = "+15550100002";
  static final String GERMAN_NUMBER = "+15550100049";
  static final List<String> STAFF = List.of("+17205550101", "+17205550102", "+17205550103");

  /** Loads it; takes a second or two. {@code scratch} holds folders that a gateway wants. */
  static Company load(Path scratch) {
    return load(scratch, Map.of());
  }

  /**
   * The sample company with its German words. The built-in model of sentences, which knows English,
   * stands in for one of many languages: callers keep near the examples.
   */
  static Company withGerman(Path scratch, Map<String, String> given) {
    Company company = load(scratch, given);
    Mind german =
        Mind.load(
            company.settings,
            company.mind.folder().resolve("languages/de-DE"),
            Embeddings.remembering());
    return new Company(
        company.settings,
        company.sim,
        company.mind,
        Optional.of(german),
        company.model,
        company.codec,
        company.dialog);
  }

  /** As {@link #load(Path)}, with {@code given} settings over its own. */
  static Company load(Path scratch, Map<String, String> given) {
    return load(scratch, given, set -> Settings.load(null, Map.of(), set));
  }

  /**
   * As {@link #load(Path, Map)}.
   *
   * @param settings lays what is set over what else there is, such as a user's own
   */
  static Company load(
      Path scratch, Map<String, String> given, Function<Map<String, String>, Settings> settings) {
    Map<String, String> set =
        new HashMap<>(
            Map.of(
                "speech.recognizer.type", "scripted",
                "speech.synthesizer.type", "scripted",
                "speech.vad.type", "energy",
                "gateway.recording.enabled", "false",
                "gateway.data-dir", scratch.toString(),
                "sim.data-dir", scratch.toString()));
    set.putAll(given);
    Settings all = settings.apply(set);
    Mind mind = Mind.load(all, Embeddings.remembering());
    return new Company(
        all,
        all.bind("sim", SimSettings.class),
        mind,
        Optional.empty(),
        new BuiltInChatModel(mind.playbook(), mind.answers()),
        Parts.events(),
        all.bind("dialog", DialogSettings.class));
  }

  /** What the carrier does when the company's number is called. */
  NumberPlan line() {
    SimSettings.Number number = Objects.requireNonNull(sim.numbers().get(NUMBER));
    return new NumberPlan(
        sim.gatewayUrl().resolve(number.voiceUrl()).toString(),
        number.voiceMethod(),
        "",
        sim.gatewayUrl().resolve(number.statusCallback()).toString());
  }
}
