package org.cordboard.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard demo}: a whole call centre on one machine, and one call through it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a whole call with real audio in real time, and shows it.",
      "A simulated caller rings the sample company, is helped, asks for a person, and is handed over. Starts",
      "the store, the gateway and the simulator as processes of their own; needs no key and no network.",
      "Afterwards the supervisors' page stays up until Ctrl-C."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the call went as its scenario demands",
      "1:it did not; what differed is printed",
      "2:it could not be played"
    })
final class DemoCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(names = "--once", description = "End when the call is over.")
  private boolean once;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      defaultValue = "order-refund-person",
      description = "A scenario of the playbook, or a file (default: ${DEFAULT-VALUE}).")
  private String scenario = "order-refund-person";

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play the call N times and pool the reply times.")
  private int repeat = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where recordings and logs go (default: .cordboard/demo).")
  private @Nullable Path out;

  @Override
  public Integer call() throws InterruptedException {
    Cordboard root = Required.of(cordboard);
    Path home = Path.of(System.getProperty("cordboard.home", "")).toAbsolutePath();
    Path file = Scenarios.find(root.settings(), home, scenario);
    if (repeat < 1) {
      throw new CommandFailure(2, "--repeat must be at least 1, not " + repeat);
    }
    Path folder = out == null ? home.resolve(".cordboard").resolve("demo") : out.toAbsolutePath();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailure(2, folder + " is not a folder: give another by --out");
    }
    Demo demo =
        new Demo(
            new Demo.Plan(file, repeat, folder, root.settingsFile()),
            Required.of(spec).commandLine().getOut(),
            Ink.forTerminal());
    return demo.play(once);
  }
}
