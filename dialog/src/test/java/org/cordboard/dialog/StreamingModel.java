package org.cordboard.dialog;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.ArrayList;
import java.util.List;

/** A model that writes when it is told to; requests are numbered from 0. */
final class StreamingModel implements StreamingChatModel {
  private final List<StreamingChatResponseHandler> open = new ArrayList<>();
  private final List<StringBuilder> written = new ArrayList<>();
  final List<Integer> closed = new ArrayList<>();

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    open.add(handler);
    written.add(new StringBuilder());
  }

  void write(int request, String delta) {
    written.get(request).append(delta);
    open.get(request)
        .onPartialResponse(
            new PartialResponse(delta),
            new PartialResponseContext(
                new StreamingHandle() {
                  @Override
                  public void cancel() {
                    if (!closed.contains(request)) {
                      closed.add(request);
                    }
                  }

                  @Override
                  public boolean isCancelled() {
                    return closed.contains(request);
                  }
                }));
  }

  void end(int request) {
    AiMessage answer = AiMessage.from(written.get(request).toString());
    open.get(request).onCompleteResponse(ChatResponse.builder().aiMessage(answer).build());
  }
}
