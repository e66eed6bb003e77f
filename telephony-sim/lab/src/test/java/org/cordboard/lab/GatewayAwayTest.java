package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.cordboard.gateway.call.CallPhase;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.sim.carrier.CallHandle;
import org.cordboard.sim.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that stays away too long: the number's fallback, on another host, rings a person. */
class GatewayAwayTest {
  private static final String LINE = "+15550100002";
  private static final String CALLER = "+15550133";
  private static final String FALLBACK = "+17205550199";

  private final List<JsonNode> ledger = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  @TempDir Path folder;

  @Test
  void callerWhoTalksWithTheFallbackPersonStaysThereWhenTheGatewayIsBack() throws Exception {
    HttpServer elsewhere = fallback();
    Path settings =
        Files.writeString(
            folder.resolve("sim.conf"),
            "sim { webhooks.retry-pause = 10ms, numbers.\"%s\".fallback-url = \"http://%s:%d/\" }"
                .formatted(LINE, "127.0.0.1", elsewhere.getAddress().getPort()));
    try (Loopback loopback = Loopback.withoutGateway(folder, settings)) {
      Telephone person = new Telephone();
      loopback.carrier().subscribe(FALLBACK, (from, to) -> person);
      Telephone caller = new Telephone();
      CallHandle call = loopback.carrier().call(CALLER, LINE, caller);
      Party.Line line = person.connected.get(Loopback.LIMIT_S, TimeUnit.SECONDS);
      loopback.leaveBehind(
          call.sid(),
          new GatewayEvent.CallOffered(CALLER, LINE),
          new GatewayEvent.OwnerTaken("dead-node"),
          new GatewayEvent.PhaseChanged(CallPhase.RINGING, CallPhase.CONVERSING),
          new GatewayEvent.StreamClosed("MZ1", "lost"));

      loopback.startGateway();
      try (FeedFollower feed = new FeedFollower(URI.create(loopback.console()), this::entry)) {
        left.get(Loopback.LIMIT_S, TimeUnit.SECONDS);
        assertThat(person.ended).isNotDone();
        assertThat(call.ended()).isNotDone();

        line.hangUp(); // at the end of the talk: the fallback's document has no more
        over.get(Loopback.LIMIT_S, TimeUnit.SECONDS);
      }
      assertThat(caller.ended).as("the caller was never fetched").isDone();
      assertThat(bodies("CallerElsewhere")).singleElement().asString().contains("true");
      assertThat(bodies("StreamOpened")).noneMatch(body -> body.toString().contains("\"talk\""));
      assertThat(bodies("PhaseChanged").get(1).path("to").asText()).isEqualTo("BRIDGED");
      assertThat(bodies("CallEnded").get(0).path("outcome").asText()).isEqualTo("TRANSFERRED");
    } finally {
      elsewhere.stop(0);
    }
  }

  private void entry(String call, JsonNode entry) {
    ledger.add(entry);
    switch (entry.path("type").asText()) {
      case "CallerElsewhere" -> left.complete(null);
      case "CallEnded" -> over.complete(null);
      default -> {}
    }
  }

  private List<JsonNode> bodies(String type) {
    return ledger.stream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .map(entry -> entry.path("body"))
        .toList();
  }

  /** The static document of the README, on another host than the gateway. */
  private static HttpServer fallback() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] document =
        ("<Response><Dial>" + FALLBACK + "</Dial></Response>").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Picks up at once, says nothing, and knows when the line is up and when it is gone. */
  private static final class Telephone implements Party {
    private final CompletableFuture<Line> connected = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    @Override
    public void ringing(Line rung) {
      rung.answer();
    }

    @Override
    public void connected(Line up) {
      connected.complete(up);
    }

    @Override
    public byte[] say() {
      return null;
    }

    @Override
    public void hear(byte[] mulaw) {}

    @Override
    public void ended(String cause) {
      ended.complete(cause);
    }
  }
}
