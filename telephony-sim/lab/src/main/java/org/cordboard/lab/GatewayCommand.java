package org.cordboard.lab;

import java.util.concurrent.Callable;
import org.cordboard.gateway.Main;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard gateway}: the process that answers calls. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the gateway, which answers the calls, until Ctrl-C or SIGTERM.",
      "Webhooks and media at gateway.http.port, the supervisors' page and API at gateway.console.port.",
      "Without settings it expects the simulator; to connect a real number, see the README."
    })
final class GatewayCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var out = Required.of(spec).commandLine().getOut();
    Main.run(
        Required.of(cordboard).settings(),
        line -> {
          out.println(line);
          out.flush();
        });
    return 0;
  }
}
