package org.cordboard.lab.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cordboard.lab.Required;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench audio}: what the way to the telephone does to sound. */
@Command(
    name = "audio",
    mixinStandardHelpOptions = true,
    description = {
      "Measures resampling and μ-law against the ideal, and the configured voices: whether they are as",
      "loud as one another (active level of ITU-T P.56), unclipped, and joined without clicks.",
      "Exit status 1 when a goal is missed."
    })
final class AudioCommand implements Callable<Integer> {
  @ParentCommand private @Nullable BenchCommand bench;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Machine machine = Machine.now();
    List<AudioMeasure> measures = new ArrayList<>();
    PrintWriter print = Required.of(spec).commandLine().getOut();
    try (SpeechSynthesizer engine = SpeechParts.synthesizer(Required.of(bench).root().settings())) {
      VoiceQuality voices = new VoiceQuality(engine);
      measures.addAll(LineQuality.measure(voices.sample()));
      measures.addAll(voices.measure());
      if (json) {
        JsonArray all = new JsonArray();
        measures.forEach(measure -> all.add(measure.toJson()));
        JsonObject report = new JsonObject().put("machine", machine.toJson());
        print.println(report.put("voices", engine.name()).put("measures", all).encodePrettily());
      } else {
        print.printf("  voices of %s%n%s%n", engine.name(), voices.voices());
        measures.forEach(measure -> print.print(measure.row()));
        print.printf("%n%s%n", machine.text());
      }
    }
    print.flush();
    return measures.stream().allMatch(AudioMeasure::met) ? 0 : 1;
  }
}
