package org.cordboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ListenersTest {
  private final Health health = new Health();
  private final Meters meters = new Meters();

  private Listeners listeners(Vertx vertx, int port) {
    return new Listeners(
        vertx,
        new HttpSettings("127.0.0.1", port, 2048, 65536, Duration.ofSeconds(5), Duration.ZERO),
        health,
        meters);
  }

  private static PagesBind bind(String host, boolean accounts) {
    return new PagesBind(host, 0, accounts, Optional.empty(), List.of("console.example"));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static Throwable failure(Future<?> future) throws Exception {
    return await(future.<Throwable>map(open -> new AssertionError("opened")).otherwise(e -> e));
  }

  private static Answer get(Vertx vertx, int port, String host, String path) throws Exception {
    var client = vertx.createHttpClient();
    var options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .setMethod(HttpMethod.GET);
    return await(
        client
            .request(options.putHeader("Host", host))
            .compose(request -> request.send())
            .compose(
                answer ->
                    answer.body().map(body -> new Answer(answer.statusCode(), body.toString()))));
  }

  private record Answer(int status, String body) {}

  @Test
  void portInUseIsOneLineWithPortKeyAndFix(Vertx vertx) throws Exception {
    HttpListener first = await(listeners(vertx, 0).carrier(routes -> {}));
    Vertx other = Vertx.vertx(); // servers of one Vert.x share a port
    try {
      Throwable refused = failure(listeners(other, first.port()).carrier(routes -> {}));

      assertThat(refused)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("port " + first.port())
          .hasMessageContaining("gateway.http.port")
          .hasMessageContaining("in use")
          .hasMessageNotContaining("\n");
    } finally {
      await(other.close());
    }
  }

  @Test
  void pagesStayOnLoopbackWithoutAccounts(Vertx vertx) throws Exception {
    Throwable refused =
        failure(listeners(vertx, 0).pages("gateway.console", bind("0.0.0.0", false), r -> {}));
    assertThat(refused)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("gateway.console.host")
        .hasMessageContaining("gateway.console.accounts");
  }

  @Test
  void accountsWithoutALoginAreRefused(Vertx vertx) throws Exception {
    Throwable refused =
        failure(listeners(vertx, 0).pages("gateway.console", bind("127.0.0.1", true), r -> {}));
    assertThat(refused).hasMessageContaining("gateway.console.accounts");
  }

  @Test
  void foreignHostNameIsMisdirected(Vertx vertx) throws Exception {
    HttpListener pages =
        await(
            listeners(vertx, 0)
                .pages(
                    "gateway.console",
                    bind("127.0.0.1", false),
                    routes -> routes.get("/").handler(request -> request.end("page"))));

    assertThat(get(vertx, pages.port(), "evil.example", "/").status()).isEqualTo(421);
    assertThat(get(vertx, pages.port(), "localhost:" + pages.port(), "/").body()).isEqualTo("page");
    assertThat(get(vertx, pages.port(), "Console.Example", "/").status()).isEqualTo(200);
    assertThat(get(vertx, pages.port(), "[::1]:" + pages.port(), "/").status()).isEqualTo(200);
  }

  @Test
  void degradedStoreLeavesTheProcessReady(Vertx vertx) throws Exception {
    health.accepting(true);
    health.part("store", () -> Health.Part.degradedIf(true, "kept in memory"));
    HttpListener carrier = await(listeners(vertx, 0).carrier(routes -> {}));

    Answer ready = get(vertx, carrier.port(), "carrier.example", "/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    JsonObject body = new JsonObject(ready.body());
    assertThat(body.getString("status")).isEqualTo("degraded");
    assertThat(body.getJsonObject("parts").getJsonObject("store").getString("detail"))
        .isEqualTo("kept in memory");
  }

  @Test
  void missingPartOrDrainingMeansNotReadyButAlive(Vertx vertx) throws Exception {
    HttpListener carrier = await(listeners(vertx, 0).carrier(routes -> {}));
    assertThat(get(vertx, carrier.port(), "x", "/health/ready").status()).isEqualTo(503);

    health.accepting(true);
    health.part("recogniser", () -> new Health.Part(Health.State.DOWN, "no model"));
    assertThat(get(vertx, carrier.port(), "x", "/health/ready").status()).isEqualTo(503);
    assertThat(get(vertx, carrier.port(), "x", "/health/live").status()).isEqualTo(200);
  }

  @Test
  void tooLargeBodyIsRefused(Vertx vertx) throws Exception {
    HttpListener carrier =
        await(
            listeners(vertx, 0)
                .carrier(routes -> routes.post("/hook").handler(request -> request.end("taken"))));
    var request =
        await(
            vertx
                .createHttpClient()
                .request(HttpMethod.POST, carrier.port(), "127.0.0.1", "/hook"));

    assertThat(await(request.send("x".repeat(4096))).statusCode()).isEqualTo(413);
  }

  @Test
  void stoppedListenerFreesItsPort(Vertx vertx) throws Exception {
    HttpListener first = await(listeners(vertx, 0).carrier(routes -> {}));
    await(listeners(vertx, 0).stop(List.of(first)));

    Vertx other = Vertx.vertx();
    assertThat(await(listeners(other, first.port()).carrier(routes -> {})).port()).isPositive();
    await(other.close());
  }

  @Test
  void metersReadAsPrometheusText() {
    meters
        .counter("cordboard_calls_total", "Calls by outcome.", "outcome", "CONVERSED")
        .increment();
    meters.gauge("cordboard_live_calls", "Calls now.", () -> 3);
    Distribution replies = meters.distribution("cordboard_reply_ms", "Reply times.", 500, 1000);
    replies.record(400);
    replies.record(5000);

    assertThat(meters.prometheus())
        .contains(
            "# TYPE cordboard_calls_total counter",
            "cordboard_calls_total{outcome=\"CONVERSED\"} 1",
            "cordboard_live_calls 3.0",
            "cordboard_reply_ms_bucket{le=\"500\"} 1",
            "cordboard_reply_ms_bucket{le=\"+Inf\"} 2",
            "cordboard_reply_ms_sum 5400");
  }
}
