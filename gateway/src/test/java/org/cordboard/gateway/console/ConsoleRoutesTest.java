package org.cordboard.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.gateway.http.Health;
import org.cordboard.gateway.http.HttpListener;
import org.cordboard.gateway.http.HttpSettings;
import org.cordboard.gateway.http.Listeners;
import org.cordboard.gateway.http.Meters;
import org.cordboard.gateway.http.PagesBind;
import org.cordboard.gateway.recording.Recorder;
import org.cordboard.gateway.recording.RecordingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class ConsoleRoutesTest {
  private static final CallId LIVE = new CallId("CAlive");
  private static final CallId PAST = new CallId("CApast");

  private final ManualClock clock = new ManualClock();
  private final ConsoleFeed feed = new ConsoleFeed(clock, 64, 10);
  private final MemoryStore store = new MemoryStore();
  private final LedgerCodec codec = new LedgerCodec().register(DialogEvent.class);
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;
  private Workers workers;
  private HttpListener listener;

  @BeforeEach
  void open(Vertx vertx) throws Exception {
    workers = new BoundedWorkers("files", 1, 10);
    Recorder recorder =
        Recorder.in(folder, new RecordingSettings(true, Duration.ofDays(1), 20), workers);
    Files.writeString(folder.resolve("recordings/CApast.1.wav"), "RIFF0123456789");
    var settings = new ConsoleSettings("127.0.0.1", 0, List.of(), List.of(), 64, 10);
    var http =
        new HttpSettings("127.0.0.1", 0, 65536, 65536, Duration.ofSeconds(60), Duration.ZERO);
    listener =
        new Listeners(vertx, http, new Health(), new Meters())
            .pages(
                "gateway.console",
                new PagesBind("127.0.0.1", 0, false, Optional.empty(), List.of()),
                new ConsoleRoutes(feed, store, recorder, settings)::mount)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    feed.callStarted(LIVE, "+15550100", clock.now());
    store.ledgers.put(
        PAST,
        List.of(
            codec.encode(
                1, clock.now(), new DialogEvent.CallerSaid(1, "hello", 0.9, false, 0, 500))));
  }

  @AfterEach
  void close() {
    workers.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void liveCallsAreListed() throws Exception {
    JsonObject answer = new JsonObject(get("/api/calls").body());
    assertThat(answer.getJsonArray("calls").getJsonObject(0).getString("call")).isEqualTo("CAlive");
  }

  @Test
  void endedCallIsReadFromTheStoreWithItsRecording() throws Exception {
    JsonObject call = new JsonObject(get("/api/calls/CApast").body());

    assertThat(
            call.getJsonArray("entries").getJsonObject(0).getJsonObject("body").getString("text"))
        .isEqualTo("hello");
    assertThat(call.getJsonArray("recordings")).hasSize(1);
    assertThat(new JsonObject(get("/api/ended").body()).getJsonArray("calls")).hasSize(1);
  }

  @Test
  void liveCallIsShownWithoutTheStore() throws Exception {
    store.away = true;
    assertThat(get("/api/calls/CAlive").statusCode()).isEqualTo(200);
    assertThat(get("/api/ended").statusCode()).isEqualTo(200);
  }

  @Test
  void entriesOfBeforeARestartComeFromTheStoreAndNoneTwice() throws Exception {
    var first = codec.encode(1, clock.now(), new DialogEvent.NoticeHeard("ai"));
    var second = codec.encode(2, clock.now(), new DialogEvent.NoticeHeard("recording"));
    store.ledgers.put(LIVE, List.of(first, second));
    feed.entry(LIVE, second);

    JsonObject call = new JsonObject(get("/api/calls/CAlive").body());

    assertThat(call.getJsonArray("entries").stream().map(e -> ((JsonObject) e).getLong("sequence")))
        .containsExactly(1L, 2L);
  }

  @Test
  void playerGetsTheRangeThatItAsksFor() throws Exception {
    assertThat(get("/api/calls/CApast/recording").body()).isEqualTo("RIFF0123456789");
    HttpResponse<String> part = get("/api/calls/CApast/recording", "Range", "bytes=4-6");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("012");
    assertThat(get("/api/calls/CApast/recording", "Range", "bytes=99-").statusCode())
        .isEqualTo(416);
  }

  @Test
  void unknownCallAndRecordingAreNotFound() throws Exception {
    assertThat(get("/api/calls/CAnone").statusCode()).isEqualTo(404);
    assertThat(get("/api/calls/..%2F..%2Fetc").statusCode()).isEqualTo(404);
    assertThat(get("/api/calls/CAlive/recording").statusCode()).isEqualTo(404);
    assertThat(get("/console/../reference.conf").statusCode()).isEqualTo(404);
  }

  @Test
  void pageComesWithSecurityHeadersAndRefersToFilesThatExist() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    for (String file : List.of("console.css", "chat.css", "main.js", "icon.svg")) {
      assertThat(page.body()).contains("\"" + file + "\"");
      assertThat(get("/" + file).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void otherSitesAreRefused() throws Exception {
    assertThat(get("/api/calls", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(get("/api/calls", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate").statusCode())
        .isEqualTo(200);
  }

  @Test
  void feedStreamsSnapshotThenChanges() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/api/feed"))
            .build();
    var answer = client.send(request, BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(data(lines).getString("type")).isEqualTo("snapshot");
      feed.phase(LIVE, "CONVERSING");
      assertThat(data(lines).getString("phase")).isEqualTo("CONVERSING");
    }
  }

  private static JsonObject data(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return new JsonObject(line.substring(6));
  }
}
