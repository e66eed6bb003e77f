package org.cordboard.lab;

import java.util.List;
import java.util.concurrent.Callable;
import org.cordboard.dialog.understanding.UnderstandReport;
import org.cordboard.gateway.Mind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard understand}: what a turn of a caller means, and which rule it fires. */
@Command(
    name = "understand",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what a caller's words mean, as JSON.",
      "Intent, confidence, slots, mood, and the escalation rule with its effect if one fires when a call",
      "begins with these words. One object for each argument."
    })
final class UnderstandCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What a caller says; quote it.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    Mind company = Mind.load(Required.of(cordboard).settings());
    for (String said : words) {
      Required.of(spec)
          .commandLine()
          .getOut()
          .println(UnderstandReport.of(said, company.understanding(), company.playbook()));
    }
    return 0;
  }
}
