package org.cordboard.dialog.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a model as it streams in. The handler's methods are called on the model's thread;
 * the listener on the loop. After {@link #cancel} nothing comes out.
 */
public final class ModelRun implements StreamingChatResponseHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Loop loop;
  private final ModelListener listener;
  private final ModelSettings budget;
  // Touched on the loop only.
  private boolean over;
  private Clock.@Nullable Timer filler;
  private Clock.@Nullable Timer giveUp;
  // Written on the model's thread, read on both.
  private volatile @Nullable StreamingHandle handle;
  private volatile boolean cancelled;

  ModelRun(Loop loop, ModelListener listener, ModelSettings budget) {
    this.loop = loop;
    this.listener = listener;
    this.budget = budget;
  }

  /** Starts the budget's timers. On the loop. */
  void begin() {
    filler = loop.clock().after(budget.filler(), () -> deliver(listener::slow));
    progress();
  }

  private void progress() {
    stop(giveUp);
    giveUp =
        loop.clock()
            .after(
                budget.giveUp(),
                () -> {
                  if (!over) {
                    cancel();
                    listener.failed("slower than its budget");
                  }
                });
  }

  /** Gives the answer up: the stream is closed, nothing more comes out. On the loop. */
  public void cancel() {
    over = true;
    cancelled = true;
    stop(filler);
    stop(giveUp);
    StreamingHandle open = handle;
    if (open != null) {
      open.cancel();
    }
  }

  private static void stop(Clock.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  boolean cancelled() {
    return cancelled;
  }

  /** Runs {@code news} on the loop unless the run is over. */
  void deliver(Runnable news) {
    loop.run(
        () -> {
          if (!over) {
            news.run();
          }
        });
  }

  private void end(Runnable news) {
    deliver(
        () -> {
          over = true;
          stop(filler);
          stop(giveUp);
          news.run();
        });
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    handle = context.streamingHandle();
    if (cancelled) {
      context.streamingHandle().cancel();
      return;
    }
    onPartialResponse(partial.text());
  }

  @Override
  public void onPartialResponse(String text) {
    deliver(
        () -> {
          stop(filler);
          progress();
          listener.text(text);
        });
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    java.util.List<ToolExecutionRequest> requests =
        response.aiMessage().hasToolExecutionRequests()
            ? response.aiMessage().toolExecutionRequests()
            : java.util.List.of();
    Map<String, Map<String, String>> calls = new LinkedHashMap<>();
    for (ToolExecutionRequest request : requests) {
      try {
        calls.putIfAbsent(String.valueOf(request.name()), arguments(request.arguments()));
      } catch (JsonProcessingException | ClassCastException broken) {
        end(() -> listener.failed("arguments of a tool are not JSON"));
        return;
      }
    }
    end(() -> listener.answered(calls));
  }

  /** Arguments as strings, whatever JSON types the model chose. */
  private static Map<String, String> arguments(@Nullable String json)
      throws JsonProcessingException {
    Map<String, String> arguments = new LinkedHashMap<>();
    if (json == null || json.isBlank()) {
      return arguments;
    }
    Map<String, JsonNode> values = JSON.readValue(json, new TypeReference<>() {});
    values.forEach(
        (name, value) ->
            arguments.put(name, value.isValueNode() ? value.asText() : value.toString()));
    return arguments;
  }

  @Override
  public void onError(Throwable error) {
    String kind = error.getClass().getSimpleName();
    end(() -> listener.failed(kind));
  }
}
