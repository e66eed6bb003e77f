package org.cordboard.dialog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.junit.jupiter.api.Test;

class ScriptedChatModelTest {
  private final ManualClock clock = new ManualClock();
  private final List<String> news = new ArrayList<>();
  private int enough = Integer.MAX_VALUE; // pieces of text after which it is cancelled

  private void ask(AiMessage answer, double tokensPerSecond) {
    ask(
        new StreamingChatModel() {
          @Override
          public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onCompleteResponse(ChatResponse.builder().aiMessage(answer).build());
          }
        },
        tokensPerSecond);
  }

  private void ask(StreamingChatModel answers, double tokensPerSecond) {
    new ScriptedChatModel(
            answers, new ModelSettings.Scripted(Duration.ofMillis(375), tokensPerSecond), clock)
        .chat(
            ChatRequest.builder().messages(UserMessage.from("well?")).build(),
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
                news.add(ms() + " " + part.text());
                if (--enough == 0) {
                  context.streamingHandle().cancel();
                }
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                news.add(ms() + " complete");
              }

              @Override
              public void onError(Throwable error) {
                news.add(ms() + " " + error.getMessage());
              }
            });
    clock.advance(Duration.ofSeconds(5));
  }

  private long ms() {
    return clock.nanos() / 1_000_000;
  }

  @Test
  void theFirstTokenIsLateAndTheOthersFollowAtTheirPace() {
    ask(AiMessage.from("It is here."), 100);

    assertThat(news).containsExactly("375 It i", "385 s he", "395 re.", "395 complete");
  }

  @Test
  void aToolTakesAsLongAsItIsLong() {
    ask(
        AiMessage.from(
            ToolExecutionRequest.builder().id("1").name("look").arguments("{\"a\":1}").build()),
        50);

    assertThat(news).containsExactly("415 complete"); // 11 characters are three tokens
  }

  @Test
  void whatIsCancelledIsNotWrittenOn() {
    enough = 2;
    ask(AiMessage.from("It is here."), 100);

    assertThat(news).containsExactly("375 It i", "385 s he");
    assertThat(clock.pending()).isZero();
  }

  @Test
  void aFailureOfTheOneThatAnswersIsItsOwn() {
    ask(
        new StreamingChatModel() {
          @Override
          public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onError(new IllegalStateException("broken"));
          }
        },
        100);

    assertThat(news).containsExactly("0 broken");
  }

  @Test
  void aPaceThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new ModelSettings.Scripted(Duration.ofMillis(375), 0))
        .hasMessageContaining("tokens-per-second");
  }
}
