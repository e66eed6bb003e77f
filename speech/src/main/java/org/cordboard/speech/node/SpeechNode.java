package org.cordboard.speech.node;

import io.vertx.core.Future;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerOptions;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordboard.config.Clock;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.node.wire.SpeechGrpcService;
import org.cordboard.speech.node.wire.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A speech node, serving: gRPC for gateways and probes, and a small HTTP listener with {@code
 * /metrics} and {@code /health}. One event loop carries all streams; engines decode on their own
 * workers. The engines are the caller's to close, afterwards. Any thread.
 */
public final class SpeechNode implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpeechNode.class);
  private static final int MESSAGE_BYTES = 64 * 1024;
  private static final int WINDOW_BYTES = 1 << 20;
  private static final int STOP_S = 5;
  // Every speech that is cut off is a reset; Vert.x would close a connection after 200 in 30 s.
  private static final int RESETS = 100_000;

  private final NodeLoop loop;
  private final Serving serving;
  private final NodeServerSettings settings;
  private final HttpServer calls;
  private final HttpServer pages;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SpeechNode(
      NodeLoop loop,
      Serving serving,
      NodeServerSettings settings,
      HttpServer calls,
      HttpServer pages) {
    this.loop = loop;
    this.serving = serving;
    this.settings = settings;
    this.calls = calls;
    this.pages = pages;
  }

  /**
   * Starts listening.
   *
   * @throws SettingsException when a port is taken, a PEM file is not one, or speech would cross a
   *     network unencrypted unasked
   */
  public static SpeechNode start(
      NodeSettings settings,
      SpeechRecognizer recognizer,
      SpeechSynthesizer synthesizer,
      Clock clock) {
    NodeServerSettings own = settings.server();
    NodeServerSettings.Listen listen = own.listen();
    HttpServerOptions options = options(own, listen);
    try {
      settings.tls().serve(options, listen.host(), settings.plaintext());
    } catch (IllegalArgumentException clear) {
      throw new SettingsException("speech.node: " + clear.getMessage(), clear);
    }
    NodeLoop loop = new NodeLoop(clock);
    Serving serving = new Serving(recognizer, synthesizer, own, loop);
    try {
      HttpServer calls =
          listen(
              loop,
              options,
              listen.port(),
              "port",
              server -> {
                GrpcServer grpc =
                    GrpcServer.server(
                        loop.vertx(), new GrpcServerOptions().setMaxMessageSize(MESSAGE_BYTES));
                grpc.callHandler(
                    SpeechGrpcService.Recognize, call -> RecognizeCall.take(serving, call));
                grpc.callHandler(
                    SpeechGrpcService.Synthesize, call -> SynthesizeCall.take(serving, call));
                grpc.callHandler(SpeechGrpcService.Watch, call -> WatchCall.take(serving, call));
                HealthCalls.mount(serving, grpc);
                server.requestHandler(grpc);
              });
      HttpServerOptions plain = new HttpServerOptions().setHost(listen.host());
      HttpServer pages =
          listen(
              loop,
              plain,
              listen.metricsPort(),
              "metrics-port",
              server -> server.requestHandler(request -> page(serving, request)));
      loop.run(serving::tick);
      return new SpeechNode(loop, serving, own, calls, pages);
    } catch (RuntimeException unusable) {
      loop.close();
      throw unusable;
    }
  }

  private static HttpServerOptions options(
      NodeServerSettings own, NodeServerSettings.Listen listen) {
    int rooms = own.limits().streams() + own.limits().syntheses();
    return new HttpServerOptions()
        .setHost(listen.host())
        .setTcpNoDelay(true)
        .setHttp2ConnectionWindowSize(WINDOW_BYTES)
        .setHttp2RstFloodMaxRstFramePerWindow(RESETS)
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(2L * rooms + 100) // refusals are streams for a moment too
                .setInitialWindowSize(WINDOW_BYTES));
  }

  private static HttpServer listen(
      NodeLoop loop,
      HttpServerOptions options,
      int port,
      String key,
      java.util.function.Consumer<HttpServer> prepare) {
    CompletableFuture<HttpServer> listening = new CompletableFuture<>();
    loop.run(
        () -> {
          HttpServer server = loop.vertx().createHttpServer(options);
          prepare.accept(server);
          server
              .connectionHandler(
                  connection ->
                      connection.exceptionHandler(
                          broken -> log.debug("a connection broke off", broken)))
              .exceptionHandler(nonsense -> log.debug("a connection was closed", nonsense))
              .listen(port)
              .onSuccess(listening::complete)
              .onFailure(listening::completeExceptionally);
        });
    try {
      return listening.get(STOP_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException impossible) {
      Throwable cause = impossible.getCause() == null ? impossible : impossible.getCause();
      throw new SettingsException(
          "the speech node cannot listen on "
              + options.getHost()
              + ":"
              + port
              + " ("
              + cause.getMessage()
              + "); change speech.node.server.listen."
              + key
              + ", host or the PEM files of speech.node.tls",
          cause);
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
      throw new SettingsException("interrupted while the speech node started", cutShort);
    }
  }

  private static void page(Serving serving, HttpServerRequest request) {
    State state = serving.state();
    switch (request.path() == null ? "" : request.path()) {
      case "/metrics" ->
          request
              .response()
              .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
              .end(serving.meters().prometheus(state, serving.load()));
      case "/health" ->
          request
              .response()
              .setStatusCode(HealthCalls.healthy(state) ? 200 : 503)
              .end(state.name().toLowerCase(Locale.ROOT) + "\n");
      default -> request.response().setStatusCode(404).end("there are /metrics and /health\n");
    }
  }

  /** Where gateways reach it. */
  public int port() {
    return calls.actualPort();
  }

  /** Where {@code /metrics} and {@code /health} are. */
  public int metricsPort() {
    return pages.actualPort();
  }

  /**
   * Takes nothing new from now on, finishes the utterances and texts under way, and waits for them
   * up to the grace of the settings.
   *
   * @return whether all were finished
   */
  public boolean drain() {
    CompletableFuture<Boolean> empty = new CompletableFuture<>();
    loop.run(() -> serving.drain(() -> empty.complete(true)));
    try {
      return empty.get(settings.drainGrace().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException late) {
      return false;
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops at once; what is under way is ended, and its clients ask another node. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    loop.run(
        () -> {
          serving.cutOff();
          Future.join(calls.close(), pages.close()).onComplete(done -> stopped.complete(null));
        });
    try {
      stopped.get(STOP_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException late) {
      log.warn("the speech node's listeners did not close in {} s", STOP_S);
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
    }
    loop.close();
  }
}
