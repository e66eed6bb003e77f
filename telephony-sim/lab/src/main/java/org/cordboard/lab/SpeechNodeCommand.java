package org.cordboard.lab;

import java.util.concurrent.Callable;
import org.cordboard.speech.node.Main;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard speech-node}: hears and speaks for gateways. */
@Command(
    name = "speech-node",
    mixinStandardHelpOptions = true,
    description = {
      "Hears and speaks for gateways over gRPC, until Ctrl-C or SIGTERM; then finishes what is under way.",
      "Listens at speech.node.server.listen; its engines are speech.recognizer and speech.synthesizer.",
      "A gateway asks it with speech.recognizer.type = node, speech.synthesizer.type = node and",
      "speech.node.addresses = [\"127.0.0.1:8070\"]."
    })
final class SpeechNodeCommand implements Callable<Integer> {
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
