package org.cordboard.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.gateway.http.VertxLoop;
import org.cordboard.gateway.recording.Recorder;
import org.jspecify.annotations.Nullable;

/** The supervisor's page, its feed and the API behind it; see {@code package-info}. */
public final class ConsoleRoutes {
  private final ConsoleFeed feed;
  private final CallRecords records;
  private final EndedCalls endedCalls;
  private final Recorder recorder;

  /** Routes over one process's feed, store and recordings. */
  public ConsoleRoutes(
      ConsoleFeed feed, LedgerStore store, Recorder recorder, ConsoleSettings settings) {
    this.feed = feed;
    this.records = new CallRecords(feed, store, recorder);
    this.endedCalls = new EndedCalls(feed, store, settings.keepEnded());
    this.recorder = recorder;
  }

  /** Adds the routes to the pages' listener. */
  public void mount(Router router) {
    router.get("/api/feed").handler(this::feed);
    router.get("/api/calls").handler(request -> list(request, feed.live()));
    router.get("/api/ended").handler(request -> endedCalls.read(loop(request), answer(request)));
    router.get("/api/calls/:id").handler(request -> withCall(request, this::detail));
    router.get("/api/calls/:id/recording").handler(request -> withCall(request, this::recording));
    new PageFiles().mount(router);
  }

  private void feed(RoutingContext request) {
    @Nullable String only = request.queryParams().get("call");
    if (only == null) {
      FeedStream.open(feed, null, request, loop(request));
    } else {
      parse(only)
          .ifPresentOrElse(
              call -> FeedStream.open(feed, call, request, loop(request)),
              () -> refuse(request, 400, "'call' is not a call's id"));
    }
  }

  private void detail(RoutingContext request, CallId call) {
    records.read(
        call,
        loop(request),
        found ->
            found.ifPresentOrElse(
                record -> json(request, record),
                () -> refuse(request, 404, "no call has this id")));
  }

  private void recording(RoutingContext request, CallId call) {
    String part = Optional.ofNullable(request.queryParams().get("part")).orElse("1");
    recorder.parts(call, loop(request), new RecordingDownload(request, part));
  }

  private static void withCall(RoutingContext request, BiConsumer<RoutingContext, CallId> route) {
    parse(request.pathParam("id"))
        .ifPresentOrElse(
            call -> route.accept(request, call), () -> refuse(request, 404, "no call has this id"));
  }

  private static Optional<CallId> parse(@Nullable String id) {
    try {
      return id == null ? Optional.empty() : Optional.of(new CallId(id));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static java.util.function.Consumer<List<JsonObject>> answer(RoutingContext request) {
    return calls -> list(request, calls);
  }

  private static void list(RoutingContext request, List<JsonObject> calls) {
    json(request, new JsonObject().put("calls", new JsonArray(calls)));
  }

  private static void json(RoutingContext request, JsonObject body) {
    if (!request.response().closed()) {
      request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }
  }

  static void refuse(RoutingContext request, int status, String why) {
    if (!request.response().closed()) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .end(why + "\n");
    }
  }

  private static VertxLoop loop(RoutingContext request) {
    return new VertxLoop(request.vertx().getOrCreateContext());
  }
}
