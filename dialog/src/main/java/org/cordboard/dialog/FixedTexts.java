package org.cordboard.dialog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.tools.ToolCatalog;
import org.cordboard.dialog.tools.ToolDefinition;

/**
 * What a company says word for word in call after call, in the order in which it is needed. Pure.
 */
final class FixedTexts {
  private static final List<Text> FIRST =
      List.of(Text.GREETING, Text.RECORDING_NOTICE, Text.OPENING_QUESTION, Text.FILLER);

  private FixedTexts() {}

  /** Without those that have places to be filled in. */
  static List<String> of(Playbook playbook, ToolCatalog tools) {
    Set<String> texts = new LinkedHashSet<>();
    Stream<Text> order = Stream.concat(FIRST.stream(), Stream.of(Text.values()));
    order
        .map(text -> playbook.company().texts().getOrDefault(text.key(), List.of()))
        .forEach(texts::addAll);
    for (ToolDefinition tool : tools.all()) {
      tool.parameters().values().forEach(parameter -> texts.add(parameter.ask()));
      tool.rules().forEach(rule -> texts.add(rule.otherwise()));
      texts.addAll(tool.results().values());
    }
    playbook
        .intents()
        .forEach(
            intent -> {
              if (intent.action() instanceof IntentAction.Say say) {
                texts.add(say.words());
              }
            });
    texts.removeIf(text -> text.contains("{"));
    return List.copyOf(texts);
  }
}
