package org.cordboard.lab.bench;

import org.cordboard.lab.Cordboard;
import org.cordboard.lab.Required;
import org.cordboard.lab.turns.EndpointingCommand;
import org.cordboard.lab.turns.HumanTurnsCommand;
import org.cordboard.lab.turns.LearnEndsCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench}: the group of the measuring commands. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures, with the machine it was measured on beside the figures.",
      "Times come from what the caller heard, at the carrier's edge: from the recording or the socket."
    },
    subcommands = {
      LatencyCommand.class,
      BargeInCommand.class,
      CapacityCommand.class,
      OverheadCommand.class,
      FrameCommand.class,
      EndpointingCommand.class,
      HumanTurnsCommand.class,
      LearnEndsCommand.class,
      ReportCommand.class,
      AudioCommand.class,
      CheckCommand.class
    })
public final class BenchCommand implements Runnable {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** The command above. */
  Cordboard root() {
    return Required.of(cordboard);
  }

  @Override
  public void run() {
    CommandLine command = Required.of(spec).commandLine();
    command.usage(command.getOut());
  }
}
