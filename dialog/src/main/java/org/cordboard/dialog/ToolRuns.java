package org.cordboard.dialog;

import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ConversationEvent.ToolOutcome;
import org.cordboard.dialog.store.StoreUnavailable;
import org.cordboard.dialog.tools.Backend;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.tools.ToolDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has tool calls looked up and done by workers; what comes of them are events on the loop. */
final class ToolRuns {
  private static final Logger log = LoggerFactory.getLogger(ToolRuns.class);

  private final DialogParts parts;
  private final Loop loop;
  private final Consumer<ConversationEvent> events;

  ToolRuns(DialogParts parts, Loop loop, Consumer<ConversationEvent> events) {
    this.parts = parts;
    this.loop = loop;
    this.events = events;
  }

  void lookUp(ConversationAction.LookUp wanted) {
    ToolCall call = wanted.call();
    ToolDefinition tool = tool(call);
    Backend backend = parts.backends().of(tool);
    parts
        .workers()
        .submit(
            () -> backend.lookUp(tool, call.arguments()),
            loop,
            Completion.of(
                facts ->
                    events.accept(
                        new ConversationEvent.FactsFound(call, wanted.generation(), facts)),
                failure -> {
                  warn(call, failure);
                  events.accept(new ConversationEvent.LookUpFailed(call, wanted.generation()));
                }));
  }

  void perform(ConversationAction.Perform wanted) {
    ToolCall call = wanted.call();
    ToolDefinition tool = tool(call);
    Backend backend = parts.backends().of(tool);
    parts
        .workers()
        .submit(
            () -> backend.perform(tool, call.arguments(), wanted.facts(), call.key()),
            loop,
            Completion.of(
                result -> answered(wanted, ToolOutcome.DONE, result),
                failure -> {
                  warn(call, failure);
                  boolean before = failure instanceof StoreUnavailable;
                  ToolOutcome outcome = before ? ToolOutcome.NOT_DONE : ToolOutcome.IN_DOUBT;
                  answered(wanted, outcome, call.arguments());
                }));
  }

  private ToolDefinition tool(ToolCall call) {
    return parts.script().tools().find(call.tool()).orElseThrow();
  }

  private void answered(
      ConversationAction.Perform wanted, ToolOutcome outcome, Map<String, String> facts) {
    events.accept(
        new ConversationEvent.ToolAnswered(wanted.call(), wanted.generation(), outcome, facts));
  }

  private static void warn(ToolCall call, Throwable failure) {
    log.warn("tool {} failed: {}", call.tool(), failure.getClass().getSimpleName());
  }
}
