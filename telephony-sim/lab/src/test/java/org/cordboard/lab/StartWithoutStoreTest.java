package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose store is away when it starts. */
class StartWithoutStoreTest {
  @TempDir Path folder;

  @Test
  void gatewayIsReadyThoughDegradedAndAnswersCalls() throws Exception {
    Map<String, String> away = Map.of("store.redis.uri", "redis://127.0.0.1:" + Ports.any());
    try (Loopback loopback = new Loopback(folder, away)) {
      HttpResponse<String> ready =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(loopback.origin() + "/health/ready")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(ready.statusCode()).isEqualTo(200);
      JsonObject health = new JsonObject(ready.body());
      assertThat(health.getString("status")).isEqualTo("degraded");
      assertThat(health.getJsonObject("parts").getJsonObject("store").getString("detail"))
          .isEqualTo("the store does not answer");

      String token = new Intruder(loopback).callAndTakeToken("CA000000000000000000000000000000e1");
      assertThat(token).isNotEmpty();
    }
  }
}
