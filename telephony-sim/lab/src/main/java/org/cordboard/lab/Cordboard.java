package org.cordboard.lab;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cordboard.config.Settings;
import org.cordboard.lab.bench.BenchCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code cordboard} command. Errors of the user are one line on standard error and status 2.
 */
@Command(
    name = "cordboard",
    mixinStandardHelpOptions = true,
    version = "Cordboard 0.1.0",
    description =
        "A call-centre voice agent: answers, understands, acts, and hands over to a person.",
    subcommands = {
      GatewayCommand.class,
      SpeechNodeCommand.class,
      SimCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      TranscribeCommand.class,
      UnderstandCommand.class,
      SayCommand.class,
      ModelsCommand.class,
      TestCommand.class
    },
    footer = {
      "",
      "Start here: ./cordboard demo plays a whole call, aloud, with no key and no network.",
      "Settings: HOCON, by --settings FILE, CORDBOARD_… variables, or -D… (JAVA_OPTS)."
    })
public final class Cordboard implements Runnable {

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "A HOCON file laid over the defaults.")
  private @Nullable Path settingsFile;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command; answers its status. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cordboard())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Cordboard::mistyped)
        .setExecutionExceptionHandler(Cordboard::explain);
  }

  private static int mistyped(CommandLine.ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    command
        .getErr()
        .println(
            "cordboard: "
                + Complaint.of(mistake)
                + "; see '"
                + command.getCommandSpec().qualifiedName()
                + " --help'");
    return 2;
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("cordboard: " + Complaint.of(failure));
    if (Boolean.getBoolean("cordboard.debug")) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof CommandFailure known ? known.status() : 2;
  }

  /** The settings of this run: those of {@code --settings} over the defaults. */
  public Settings settings() {
    return settingsFile == null ? Settings.load() : Settings.load(settingsFile);
  }

  /** As {@link #settings()}, with what a command's own options say laid over all. */
  public Settings settings(Map<String, String> options) {
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .forEach((key, value) -> properties.put(key.toString(), value.toString()));
    properties.putAll(options);
    return Settings.load(settingsFile, System.getenv(), properties);
  }

  /** What {@code --settings} named, if it was given. */
  public @Nullable Path settingsFile() {
    return settingsFile;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
