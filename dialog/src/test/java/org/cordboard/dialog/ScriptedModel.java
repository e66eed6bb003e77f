package org.cordboard.dialog;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A model that does what the test says, in order; then nothing at all. */
final class ScriptedModel implements StreamingChatModel {
  final List<ChatRequest> requests = new ArrayList<>();
  private final ArrayDeque<Consumer<StreamingChatResponseHandler>> script = new ArrayDeque<>();

  ScriptedModel text(String... deltas) {
    script.add(
        handler -> {
          for (String delta : deltas) {
            handler.onPartialResponse(delta);
          }
          complete(handler, AiMessage.from(String.join("", deltas)));
        });
    return this;
  }

  ScriptedModel tool(String name, String arguments) {
    script.add(
        handler ->
            complete(
                handler,
                AiMessage.from(
                    ToolExecutionRequest.builder()
                        .id("1")
                        .name(name)
                        .arguments(arguments)
                        .build())));
    return this;
  }

  ScriptedModel failing(String... before) {
    script.add(
        handler -> {
          for (String delta : before) {
            handler.onPartialResponse(delta);
          }
          handler.onError(new java.io.IOException("cut"));
        });
    return this;
  }

  ScriptedModel silent() {
    script.add(handler -> {});
    return this;
  }

  private static void complete(StreamingChatResponseHandler handler, AiMessage message) {
    handler.onCompleteResponse(ChatResponse.builder().aiMessage(message).build());
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    requests.add(request);
    Consumer<StreamingChatResponseHandler> next = script.poll();
    if (next != null) {
      next.accept(handler);
    }
  }
}
