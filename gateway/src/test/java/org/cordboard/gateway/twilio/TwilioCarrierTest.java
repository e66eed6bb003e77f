package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cordboard.config.Secret;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.MediaListener;
import org.cordboard.gateway.call.MediaStream;
import org.cordboard.gateway.http.VertxLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks and media over real sockets on loopback. */
class TwilioCarrierTest {
  private static final int LIMIT_S = 20; // generous: the machine may be busy
  private static final String ORIGIN = "https://gw.example.com";

  private final Vertx vertx = Vertx.vertx();
  private final WebhookSignature signer =
      new WebhookSignature(new Secret(TestSettings.TOKEN), URI.create(ORIGIN));
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private final FakeEvents events =
      new FakeEvents(
          (stream, accepted) ->
              accepted.accept(new VertxLoop(vertx.getOrCreateContext()), new Echo(stream, ends)));
  private final WebSocketClient sockets = vertx.createWebSocketClient();
  private final List<TwilioCarrier> carriers = new ArrayList<>();
  private int port;

  @BeforeEach
  void listen() {
    listen("");
  }

  private void listen(String settings) {
    TwilioCarrier carrier =
        TwilioCarrier.open(TestSettings.with(settings), "+15550100009", new NoGrants());
    carriers.add(carrier);
    Router router = Router.router(vertx);
    router.post().handler(BodyHandler.create(false));
    carrier.mount(router, events);
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxWebSocketFrameSize(16_384)
                    .setMaxWebSocketMessageSize(16_384))
            .requestHandler(router);
    port = await(server.listen(0, "127.0.0.1")).actualPort();
  }

  @AfterEach
  void close() {
    carriers.forEach(TwilioCarrier::close);
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LIMIT_S, TimeUnit.SECONDS)
        .join();
  }

  private String post(String path, Map<String, String> form, boolean signed) {
    StringBuilder message = new StringBuilder(ORIGIN + path);
    StringBuilder body = new StringBuilder();
    new TreeMap<>(form)
        .forEach(
            (name, value) -> {
              message.append(name).append(value);
              body.append(body.length() == 0 ? "" : "&")
                  .append(name)
                  .append('=')
                  .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            });
    String signature = signed ? signer.sign(message.toString()) : "bm90IGEgc2lnbmF0dXJl";
    return await(
        vertx
            .createHttpClient()
            .request(HttpMethod.POST, port, "127.0.0.1", path)
            .compose(
                request ->
                    request
                        .putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .putHeader("X-Twilio-Signature", signature)
                        .send(body.toString()))
            .compose(
                answer -> answer.body().map(text -> answer.statusCode() + " " + text.toString())));
  }

  private WebSocket socket(String signature) {
    return await(
        sockets.connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/media")
                .addHeader("x-twilio-signature", signature)));
  }

  private WebSocket socket() {
    return socket(signer.sign("wss://gw.example.com/media"));
  }

  private static BlockingQueue<String> listen(WebSocket socket) {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    socket.textMessageHandler(heard::add);
    socket.closeHandler(closed -> heard.add("closed " + socket.closeStatusCode()));
    return heard;
  }

  private static String next(BlockingQueue<String> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(LIMIT_S, TimeUnit.SECONDS), "nothing came");
  }

  @Test
  void ringingCallIsAnsweredWithAStream() {
    String answer =
        post("/twilio/voice", Map.of("CallSid", "CA02", "From", "+1555", "To", "+1"), true);
    assertThat(answer).startsWith("200 <?xml").contains("<Connect><Stream");
  }

  @Test
  void wrongSignatureIsForbiddenAndDeliversNothing() {
    assertThat(post("/twilio/voice", Map.of("CallSid", "CA02"), false)).isEqualTo("403 ");
    assertThat(post("/twilio/status?x=1", Map.of("CallSid", "CA02"), false)).isEqualTo("403 ");
    assertThat(events.heard).isEmpty();
  }

  @Test
  void requestWithoutACallIsABadOne() {
    assertThat(post("/twilio/voice", Map.of("From", "+1"), true)).startsWith("400");
  }

  @Test
  void callThatNobodyAnswersInTimeGetsASafeDocument() {
    listen("reply-deadline = 100ms");
    String answer = post("/twilio/voice", Map.of("CallSid", "CA02", "To", "+15550100099"), true);
    assertThat(answer).startsWith("200").contains("<Number>+15550100009</Number>");
  }

  @Test
  void newsIsTakenWithoutADocument() {
    assertThat(post("/twilio/status", Map.of("CallSid", "CA02", "CallStatus", "completed"), true))
        .isEqualTo("204 ");
    assertThat(events.heard).containsExactly("ended CA02 completed");
  }

  @Test
  void mediaSocketWithAWrongSignatureIsForbidden() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    CompletionException.class, () -> socket("bm8="))
                .getCause())
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            rejected -> assertThat(rejected.getStatus()).isEqualTo(403));
  }

  @Test
  void goodStreamEchoesWhatItHears() throws Exception {
    WebSocket socket = socket();
    BlockingQueue<String> heard = listen(socket);
    socket.writeTextMessage(MediaSessionTest.start("good"));
    socket.writeTextMessage(MediaSessionTest.media(160, 20));
    assertThat(next(heard)).isEqualTo(TwilioWire.media("MZ03", new byte[160]));
    assertThat(next(heard)).isEqualTo(TwilioWire.mark("MZ03", "at-20"));
    socket.writeTextMessage("{\"event\":\"stop\",\"stop\":{}}");
    assertThat(next(ends)).isEqualTo("stop");
  }

  @Test
  void unknownTokenClosesTheSocket() throws Exception {
    WebSocket socket = socket();
    BlockingQueue<String> heard = listen(socket);
    socket.writeTextMessage(MediaSessionTest.start("guessed"));
    assertThat(next(heard)).isEqualTo("closed 1008");
  }

  @Test
  void socketThatNeverStartsIsClosed() throws Exception {
    listen("start-deadline = 100ms");
    assertThat(next(listen(socket()))).isEqualTo("closed 1008");
  }

  @Test
  void brokenJsonIsSkippedAndTheStreamGoesOn() throws Exception {
    WebSocket socket = socket();
    BlockingQueue<String> heard = listen(socket);
    socket.writeTextMessage(MediaSessionTest.start("good"));
    socket.writeTextMessage("{\"event\":\"media\"");
    socket.writeTextMessage(MediaSessionTest.media(160, 40).replace("\"AAAA", "\"****"));
    socket.writeTextMessage(MediaSessionTest.media(160, 60));
    assertThat(next(heard)).startsWith("{\"event\":\"media\"");
    assertThat(next(heard)).isEqualTo(TwilioWire.mark("MZ03", "at-60"));
  }

  @Test
  void oversizeFrameClosesItsOwnSocketOnly() throws Exception {
    oversize(socket -> socket.writeTextMessage("x".repeat(20_000)));
  }

  @Test
  void oversizeMessageInPiecesClosesItsOwnSocketOnly() throws Exception {
    oversize(
        socket -> {
          socket.writeFrame(WebSocketFrame.textFrame("x".repeat(10_000), false));
          socket.writeFrame(
              WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(10_000)), true));
        });
  }

  private void oversize(Consumer<WebSocket> flood) throws Exception {
    WebSocket other = socket();
    BlockingQueue<String> heard = listen(other);
    other.writeTextMessage(MediaSessionTest.start("good"));
    WebSocket socket = socket();
    BlockingQueue<String> closed = listen(socket);
    socket.writeTextMessage(MediaSessionTest.start("good"));
    flood.accept(socket);
    assertThat(next(closed)).startsWith("closed");
    assertThat(next(ends)).isEqualTo("lost");
    other.writeTextMessage(MediaSessionTest.media(160, 80));
    assertThat(next(heard)).startsWith("{\"event\":\"media\"");
    assertThat(next(heard)).isEqualTo(TwilioWire.mark("MZ03", "at-80"));
  }

  private record Echo(MediaStream stream, BlockingQueue<String> ends) implements MediaListener {
    @Override
    public void onAudio(Track track, byte[] mulaw, long timestampMs) {
      stream.play(mulaw);
      stream.mark("at-" + timestampMs);
    }

    @Override
    public void onMark(String name) {}

    @Override
    public void onDtmf(char key) {}

    @Override
    public void onEnd(String cause) {
      ends.add(cause);
    }
  }

  private static final class NoGrants implements StreamGrants {
    @Override
    public String listen(CallId call) {
      return "";
    }

    @Override
    public String resume(CallId call) {
      return "";
    }
  }
}
