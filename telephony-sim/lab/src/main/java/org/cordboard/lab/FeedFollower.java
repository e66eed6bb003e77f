package org.cordboard.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Follows the gateway's supervisor feed on a thread of its own, over restarts of the gateway, and
 * hands on every ledger entry of every call once and in order.
 */
final class FeedFollower implements AutoCloseable {
  private static final long RETRY_MS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI console;
  private final BiConsumer<String, JsonNode> entries;
  private final Map<String, Long> told = new HashMap<>(); // by call, the last sequence handed on
  private final Thread thread;
  private volatile boolean closed;

  FeedFollower(URI console, BiConsumer<String, JsonNode> entries) {
    this.console = console;
    this.entries = entries;
    this.thread = new Thread(this::follow, "feed");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    while (!closed) {
      try {
        HttpResponse<Stream<String>> feed =
            http.send(
                HttpRequest.newBuilder(console.resolve("/api/feed"))
                    .header("Accept", "text/event-stream")
                    .build(),
                HttpResponse.BodyHandlers.ofLines());
        if (feed.statusCode() == 200) {
          feed.body().filter(line -> line.startsWith("data:")).forEach(this::message);
        }
        pause();
      } catch (IOException | java.io.UncheckedIOException gone) {
        pause(); // the gateway is not up yet, or restarts
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private synchronized void pause() {
    try {
      if (!closed) {
        wait(RETRY_MS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void message(String line) {
    try {
      JsonNode message = json.readTree(line.substring("data:".length()));
      String type = message.path("type").asText();
      if (type.equals("entry")) {
        entry(message.path("call").asText(), message.path("entry"));
      } else if (type.equals("snapshot")) {
        for (JsonNode call : message.path("calls")) {
          catchUp(call.path("call").asText());
        }
      }
    } catch (JsonProcessingException broken) {
      // not a message of ours
    }
  }

  /** Entries written before this follower joined, or while it was away. */
  private void catchUp(String call) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(console.resolve("/api/calls/" + call)).build(),
              HttpResponse.BodyHandlers.ofString());
      for (JsonNode entry : json.readTree(answer.body()).path("entries")) {
        entry(call, entry);
      }
    } catch (IOException gone) {
      // the next entries come by the feed
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void entry(String call, JsonNode entry) {
    long sequence = entry.path("sequence").asLong();
    if (sequence > told.getOrDefault(call, 0L)) {
      told.put(call, sequence);
      entries.accept(call, entry);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
