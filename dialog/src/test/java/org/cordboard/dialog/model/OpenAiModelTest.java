package org.cordboard.dialog.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.Secret;
import org.cordboard.config.SystemClock;
import org.cordboard.dialog.knowledge.Knowledge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real client against a hand-made endpoint, over loopback. */
class OpenAiModelTest {
  private static final int PATIENCE_S = 20;
  private final SystemClock loop = new SystemClock("openai-test");
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    loop.close();
  }

  /** Asks the endpoint; what comes out is in {@link #news}. */
  private void ask(FakeEndpoint endpoint) {
    ModelSettings settings =
        new ModelSettings(
            ModelSettings.Type.OPENAI,
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            3,
            40,
            new ModelSettings.OpenAi(endpoint.base(), new Secret("key-1"), "small", 0, 100),
            new ModelSettings.Scripted(Duration.ofMillis(375), 100));
    StreamingChatModel model =
        Models.of(settings, new BuiltInChatModel(Playbooks.sample(), Playbooks.answers()), loop);
    ModelRun run = new ModelRun(loop, new Collected(), settings);
    loop.run(run::begin);
    model.chat(
        ChatRequest.builder()
            .messages(SystemMessage.from("rules"), UserMessage.from("where is my order"))
            .toolSpecifications(NotCoveredTool.specification())
            .build(),
        run);
  }

  private final class Collected implements ModelListener {
    @Override
    public void passages(List<Knowledge.Passage> passages) {
      news.add("passages");
    }

    @Override
    public void text(String delta) {
      news.add("text " + delta);
    }

    @Override
    public void slow() {
      news.add("slow");
    }

    @Override
    public void answered(Map<String, Map<String, String>> tools) {
      news.add("answered " + tools);
    }

    @Override
    public void failed(String how) {
      news.add("failed " + how);
    }
  }

  private String next() throws InterruptedException {
    String next = news.poll(PATIENCE_S, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  private static String delta(String delta) {
    return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + "}]}";
  }

  private static final String END =
      "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},"
          + "\"finish_reason\":\"stop\"}]}";

  @Test
  void textArrivesPieceByPieceAndTheKeyIsSent() throws InterruptedException {
    try (FakeEndpoint endpoint =
        FakeEndpoint.streaming(
            true,
            delta("{\"role\":\"assistant\",\"content\":\"It is \"}"),
            delta("{\"content\":\"on its way.\"}"),
            END,
            "[DONE]")) {
      ask(endpoint);

      assertThat(next()).isEqualTo("text It is ");
      assertThat(next()).isEqualTo("text on its way.");
      assertThat(next()).isEqualTo("answered {}");
      assertThat(endpoint.keys).containsExactly("Bearer key-1");
      assertThat(endpoint.requests.get(0)).contains("\"stream\"", "not_covered", "where is my");
    }
  }

  @Test
  void aToolCallInPiecesIsPutTogether() throws InterruptedException {
    try (FakeEndpoint endpoint =
        FakeEndpoint.streaming(
            true,
            delta(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":"
                    + "{\"name\":\"order_status\",\"arguments\":\"{\\\"order_\"}}]}"),
            delta(
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":"
                    + "\"number\\\": 481927}\"}}]}"),
            END.replace("stop", "tool_calls"),
            "[DONE]")) {
      ask(endpoint);

      assertThat(next()).isEqualTo("answered {order_status={order_number=481927}}");
    }
  }

  @Test
  void anErrorOfTheEndpointIsAFailure() throws InterruptedException {
    try (FakeEndpoint endpoint = FakeEndpoint.refusing(500)) {
      ask(endpoint);

      assertThat(next()).startsWith("failed ");
    }
  }

  @Test
  void aStreamThatIsCutIsAFailureAfterWhatHasCome() throws InterruptedException {
    try (FakeEndpoint endpoint = FakeEndpoint.streaming(false, delta("{\"content\":\"It is \"}"))) {
      ask(endpoint);

      assertThat(next()).isEqualTo("text It is ");
      assertThat(next()).startsWith("failed ");
    }
  }

  @Test
  void wordsThatAreNotJsonAreAFailure() throws InterruptedException {
    try (FakeEndpoint endpoint = FakeEndpoint.streaming(true, "{broken", "[DONE]")) {
      ask(endpoint);

      assertThat(next()).startsWith("failed ");
    }
  }
}
