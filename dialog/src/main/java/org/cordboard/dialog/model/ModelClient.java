package org.cordboard.dialog.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.tools.ToolCatalog;

/** Asks models: retrieval and request on a worker, the answer as events on the call's loop. */
public final class ModelClient {
  private final StreamingChatModel model;
  private final StreamingChatModel reserve;
  private final Knowledge knowledge;
  private final PromptWriter prompts;
  private final Workers workers;
  private final ModelSettings settings;

  /**
   * A client.
   *
   * @param model the one that answers
   * @param reserve the built-in one, which stands in for it
   */
  public ModelClient(
      StreamingChatModel model,
      StreamingChatModel reserve,
      Knowledge knowledge,
      Company company,
      Workers workers,
      ModelSettings settings) {
    this.model = model;
    this.reserve = reserve;
    this.knowledge = knowledge;
    this.prompts = new PromptWriter(company.playbook(), company.tools(), settings.memory());
    this.workers = workers;
    this.settings = settings;
  }

  /** The playbook and its tools. */
  public record Company(Playbook playbook, ToolCatalog tools) {}

  /** Asks; to be called on the loop. {@code events} is the call so far. */
  public ModelRun ask(ModelTask task, List<DialogEvent> events, Loop loop, ModelListener listener) {
    ModelRun run = new ModelRun(loop, listener, settings);
    List<DialogEvent> history = List.copyOf(events);
    run.begin();
    workers.submit(
        () -> {
          List<Knowledge.Passage> passages =
              task.again() ? List.of() : knowledge.find(task.question(), settings.passages());
          run.deliver(() -> listener.passages(passages));
          if (!run.cancelled()) {
            StreamingChatModel chosen = task.reserve() ? reserve : model;
            chosen.chat(prompts.request(task, history, passages), run);
          }
          return true;
        },
        loop,
        Completion.of(asked -> {}, run::onError));
    return run;
  }
}
