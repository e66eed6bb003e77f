package org.cordboard.dialog.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import org.cordboard.config.Clock;

/**
 * A model as late and as slow as one in a cloud, to measure with: another one's answer, written
 * token by token. Timed by the clock that it is given, on whose thread the handler is called; a
 * token is {@value #TOKEN_CHARACTERS} characters. Shared by all calls.
 */
public final class ScriptedChatModel implements StreamingChatModel {
  private static final int TOKEN_CHARACTERS = 4; // of English, about

  private final StreamingChatModel answers;
  private final ModelSettings.Scripted pace;
  private final Clock clock;

  /** Writes what {@code answers} says, at {@code pace}. */
  public ScriptedChatModel(StreamingChatModel answers, ModelSettings.Scripted pace, Clock clock) {
    this.answers = answers;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    long askedNanos = clock.nanos();
    answers.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            // it comes again in the whole
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            new Writing(response, handler, askedNanos).next();
          }

          @Override
          public void onError(Throwable error) {
            handler.onError(error);
          }
        });
  }

  /** An answer being written. */
  private final class Writing implements StreamingHandle {
    private final ChatResponse response;
    private final StreamingChatResponseHandler handler;
    private final long askedNanos;
    private final String text;
    private final int tokens;
    private int written;
    private volatile boolean cancelled;

    Writing(ChatResponse response, StreamingChatResponseHandler handler, long askedNanos) {
      this.response = response;
      this.handler = handler;
      this.askedNanos = askedNanos;
      AiMessage answer = response.aiMessage();
      this.text = answer.text() == null ? "" : answer.text();
      int unspoken = 0;
      for (ToolExecutionRequest tool : answer.toolExecutionRequests()) {
        unspoken += tool.name().length() + tool.arguments().length();
      }
      int characters = text.length() + unspoken;
      this.tokens = Math.max(1, (characters + TOKEN_CHARACTERS - 1) / TOKEN_CHARACTERS);
    }

    /** Waits for the next token's time, counted from the question, so that delays do not add up. */
    void next() {
      Duration due = pace.firstToken().plus(pace.token().multipliedBy(written));
      clock.after(due.minusNanos(clock.nanos() - askedNanos), this::write);
    }

    private void write() {
      if (cancelled) {
        return;
      }
      int from = Math.min(text.length(), written * TOKEN_CHARACTERS);
      int to = Math.min(text.length(), from + TOKEN_CHARACTERS);
      written++;
      if (to > from) {
        handler.onPartialResponse(
            new PartialResponse(text.substring(from, to)), new PartialResponseContext(this));
      }
      if (cancelled) {
        return;
      }
      if (written < tokens) {
        next();
      } else {
        handler.onCompleteResponse(response);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
