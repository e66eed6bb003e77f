package org.cordboard.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.models.ModelCatalog;
import org.cordboard.speech.models.ModelSettings;
import org.cordboard.speech.models.ModelState;
import org.cordboard.speech.piper.PiperModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard models}: recognisers' models and voices on this machine. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Lists, fetches and verifies recogniser models and Piper voices.",
      "Without a subcommand: which come with Cordboard, which are here, which can be fetched, and",
      "which voices the settings name."
    },
    subcommands = {ModelsCommand.Fetch.class, ModelsCommand.Verify.class})
final class ModelsCommand implements Callable<Integer> {
  private static final long PROGRESS_BYTES = 1 << 20;

  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  private ModelCatalog catalog() {
    return new ModelCatalog(
        Required.of(cordboard).settings().bind("speech.models", ModelSettings.class).resolved());
  }

  private PrintWriter out() {
    return Required.of(spec).commandLine().getOut();
  }

  @Override
  public Integer call() {
    for (ModelState state : catalog().list()) {
      long bytes = state.entry().bytes();
      out()
          .printf(
              Locale.ROOT,
              "%-30s %-8s %-8s %9s  %s%n",
              state.entry().name(),
              state.entry().engine(),
              state.status().name().toLowerCase(Locale.ROOT),
              bytes == 0 ? "" : bytes / 1_000_000 + " MB",
              state.entry().about());
    }
    for (VoiceSet voice : VoiceSet.of(Required.of(cordboard).settings())) {
      out().println();
      out().println(voice.key() + " = " + voice.value());
      out().println("  " + stands(voice));
    }
    return 0;
  }

  /** Whether a voice that the settings name is there; else what to do. */
  private String stands(VoiceSet voice) {
    try {
      PiperModel model = PiperModel.of(voice.file());
      return "present: "
          + model.file()
          + ", for "
          + model.language().toLanguageTag()
          + "; 'cordboard models verify' checks it";
    } catch (ModelException | SettingsException missing) {
      return "missing: "
          + catalog().list().stream()
              .map(ModelState::entry)
              .filter(entry -> entry.name().equals(voice.value()) && entry.address().isPresent())
              .findFirst()
              .map(
                  entry ->
                      "fetch it with 'cordboard models fetch "
                          + entry.name()
                          + "', from "
                          + entry.address().get())
              .orElse(missing.getMessage());
    }
  }

  /** {@code cordboard models fetch}. */
  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = "Fetches models from their makers' sites, checks and unpacks them.")
  static final class Fetch implements Callable<Integer> {
    @ParentCommand private @Nullable ModelsCommand models;

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = "Names from the list.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      PrintWriter out = Required.of(models).out();
      for (String name : names) {
        long[] told = {0};
        ModelState state =
            Required.of(models)
                .catalog()
                .fetch(
                    name,
                    (done, total) -> {
                      if (done - told[0] >= PROGRESS_BYTES * 4 || done == total) {
                        told[0] = done;
                        out.printf(
                            "%s: %d of %s MB%n",
                            name, done / 1_000_000, total < 0 ? "?" : total / 1_000_000);
                        out.flush();
                      }
                    });
        out.println(name + ": ready in " + state.path());
        if (state.entry().engine().equals("piper")) {
          out.println(
              "  to speak with it: speech.synthesizer.type = piper, speech.piper.model = " + name);
        }
      }
      return 0;
    }
  }

  /** {@code cordboard models verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Checks models' files against their checksums; without names, all that are here, and the"
              + " voices that the settings name.")
  static final class Verify implements Callable<Integer> {
    @ParentCommand private @Nullable ModelsCommand models;

    @Parameters(
        arity = "0..*",
        paramLabel = "MODEL",
        description = "Names from the list, or a voice's .onnx file.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      ModelCatalog catalog = Required.of(models).catalog();
      Set<String> wanted = new LinkedHashSet<>(names);
      if (names.isEmpty()) {
        catalog.list().stream()
            .filter(state -> state.status() != ModelState.Status.ABSENT)
            .forEach(state -> wanted.add(state.entry().name()));
        VoiceSet.of(Required.of(Required.of(models).cordboard).settings()).stream()
            .filter(voice -> !wanted.contains(voice.value()))
            .forEach(voice -> wanted.add(voice.file().toString()));
      }
      for (String name : wanted) {
        Required.of(models)
            .out()
            .println(
                name.endsWith(".onnx") ? catalog.verifyVoice(Path.of(name)) : catalog.verify(name));
      }
      return 0;
    }
  }
}
