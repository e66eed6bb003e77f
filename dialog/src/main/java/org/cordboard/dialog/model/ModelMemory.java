package org.cordboard.dialog.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cordboard.dialog.DialogEvent;

/**
 * The model's memory, a reading of the ledger: what the caller said (masked), what of our words was
 * <em>heard</em>, and what tools answered. A prompt whose report has not come yet counts as heard.
 * Pure.
 */
final class ModelMemory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ChatMessage> messages = new ArrayList<>();
  private final StringBuilder agent = new StringBuilder();
  private final StringBuilder caller = new StringBuilder();

  private ModelMemory() {}

  /** The last {@code limit} messages or a few fewer, beginning with the caller's words. */
  static List<ChatMessage> messages(List<DialogEvent> events, int limit) {
    Map<Long, String> heard = new HashMap<>();
    Map<String, DialogEvent.ToolIntended> intended = new HashMap<>();
    for (DialogEvent event : events) {
      if (event instanceof DialogEvent.PromptHeard report) {
        heard.put(report.prompt(), report.text());
      }
    }
    ModelMemory memory = new ModelMemory();
    for (DialogEvent event : events) {
      if (event instanceof DialogEvent.CallerSaid said) {
        memory.flushAgent();
        join(memory.caller, said.text());
      } else if (event instanceof DialogEvent.AgentSaid said) {
        memory.flushCaller();
        join(memory.agent, heard.getOrDefault(said.prompt(), said.text()));
      } else if (event instanceof DialogEvent.ToolIntended begun) {
        intended.put(begun.key(), begun);
      } else if (event instanceof DialogEvent.ToolFinished finished
          && intended.containsKey(finished.key())) {
        memory.flushCaller();
        memory.tool(intended.remove(finished.key()), finished);
      }
    }
    memory.flushCaller();
    memory.flushAgent();
    return last(memory.messages, limit);
  }

  private static void join(StringBuilder text, String more) {
    if (!text.isEmpty() && !more.isBlank()) {
      text.append(' ');
    }
    text.append(more);
  }

  private void flushCaller() {
    if (!caller.isEmpty()) {
      messages.add(UserMessage.from(caller.toString()));
      caller.setLength(0);
    }
  }

  private void flushAgent() {
    if (!agent.isEmpty()) {
      messages.add(AiMessage.from(agent.toString()));
      agent.setLength(0);
    }
  }

  private void tool(DialogEvent.ToolIntended begun, DialogEvent.ToolFinished finished) {
    flushAgent();
    String id = "call-" + Integer.toHexString(begun.key().hashCode());
    ToolExecutionRequest request =
        ToolExecutionRequest.builder()
            .id(id)
            .name(begun.tool())
            .arguments(json(begun.arguments()))
            .build();
    Map<String, String> answer = new TreeMap<>(finished.result());
    answer.put(BuiltInChatModel.SPOKEN, finished.summary());
    messages.add(AiMessage.from(request));
    messages.add(ToolExecutionResultMessage.from(id, begun.tool(), json(answer)));
  }

  private static String json(Map<String, String> map) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(map));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a map of strings", impossible);
    }
  }

  private static List<ChatMessage> last(List<ChatMessage> all, int limit) {
    int from = Math.max(0, all.size() - limit);
    if (from > 0) {
      while (from < all.size() - 1 && !(all.get(from) instanceof UserMessage)) {
        from++;
      }
    }
    return List.copyOf(all.subList(from, all.size()));
  }
}
