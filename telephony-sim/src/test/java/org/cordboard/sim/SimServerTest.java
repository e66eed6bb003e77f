package org.cordboard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.Settings;
import org.cordboard.sim.carrier.CallEnd;
import org.cordboard.sim.carrier.LegStatus;
import org.cordboard.sim.party.Party;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets: a small gateway that sends 200 ms of audio and a mark. */
class SimServerTest {
  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<String> markReturned = new CompletableFuture<>();
  private final CompletableFuture<String> userAgent = new CompletableFuture<>();
  private HttpServer gateway;
  private SimServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    gateway =
        await(
            vertx
                .createHttpServer()
                .requestHandler(this::answer)
                .webSocketHandler(this::stream)
                .listen(0, "127.0.0.1"));
    Settings settings =
        Settings.parse(
            "sim { port = 0, gateway-url = \"http://127.0.0.1:"
                + gateway.actualPort()
                + "\", data-dir = \""
                + folder
                + "\" }");
    server =
        await(
            SimServer.start(
                settings.bind("sim", SimSettings.class), vertx, SpeechParts.synthesizer(settings)));
  }

  @AfterEach
  void stop() throws Exception {
    await(server.close());
    await(vertx.close());
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    String media = "ws://127.0.0.1:" + gateway.actualPort() + "/media";
    request
        .response()
        .putHeader("Content-Type", "text/xml")
        .end(
            "<Response><Connect><Stream url=\""
                + media
                + "\"/></Connect><Say>Goodbye</Say></Response>");
  }

  private void stream(ServerWebSocket socket) {
    userAgent.complete(socket.headers().get("user-agent"));
    socket.textMessageHandler(
        text -> {
          JsonObject message = new JsonObject(text);
          String sid = message.getString("streamSid");
          if (message.getString("event").equals("start")) {
            byte[] audio = new byte[1600];
            Arrays.fill(audio, (byte) 0x33);
            socket.writeTextMessage(
                new JsonObject()
                    .put("event", "media")
                    .put("streamSid", sid)
                    .put(
                        "media",
                        new JsonObject().put("payload", Base64.getEncoder().encodeToString(audio)))
                    .encode());
            socket.writeTextMessage(
                new JsonObject()
                    .put("event", "mark")
                    .put("streamSid", sid)
                    .put("mark", new JsonObject().put("name", "m1"))
                    .encode());
          } else if (message.getString("event").equals("mark")) {
            markReturned.complete(message.getJsonObject("mark").getString("name"));
            socket.close();
          }
        });
  }

  @Test
  void callIsStreamedToTheGatewayAndEndsAfterItsLastVerb() throws Exception {
    Counting caller = new Counting();
    CallEnd end =
        server
            .carrier()
            .call("+15550100001", "+15550100002", caller)
            .ended()
            .get(90, TimeUnit.SECONDS);
    assertThat(userAgent).isCompletedWithValue("Twilio.TmeWs/1.0");
    assertThat(markReturned).isCompletedWithValue("m1");
    assertThat(end.status()).isEqualTo(LegStatus.COMPLETED);
    assertThat(end.recording().orElseThrow()).exists();
    assertThat(caller.streamed).isEqualTo(10);
    assertThat(caller.spoken).isGreaterThan(10);
    assertThat(server.carrier().notices())
        .extracting(notice -> notice.code())
        .containsExactly(31921);
  }

  /** Counts frames of the gateway's audio and of anything else that is not silence. */
  private static final class Counting implements Party {
    private int streamed;
    private int spoken;

    @Override
    public void ringing(Line line) {}

    @Override
    public void connected(Line line) {}

    @Override
    public byte[] say() {
      return null;
    }

    @Override
    public void hear(byte[] mulaw) {
      if (mulaw[80] == 0x33) {
        streamed++;
      } else if (mulaw[80] != (byte) 0xFF) {
        spoken++;
      }
    }

    @Override
    public void ended(String cause) {}
  }
}
