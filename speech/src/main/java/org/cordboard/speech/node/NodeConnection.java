package org.cordboard.speech.node;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.grpc.client.GrpcClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.SpeechGrpcClient;
import org.cordboard.speech.node.wire.State;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;
import org.cordboard.speech.node.wire.WatchRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node, watched: its reports prove that it lives. When they stop, everything open on it is lost
 * at once, and it is looked for again with a new connection after a growing wait. On the client's
 * loop, but for {@link #view} and the opening of links.
 */
final class NodeConnection {
  private static final Logger log = LoggerFactory.getLogger(NodeConnection.class);
  private static final int WINDOW_BYTES = 1 << 20;
  private static final Duration HELD_UP = Duration.ofMillis(100);

  private final NodeAddress address;
  private final NodeSettings settings;
  private final NodeLoop io;
  private final Runnable firstNews;
  private final Backoff backoff;
  private final Set<GrpcLink<?, ?>> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger newStreams = new AtomicInteger();
  private final AtomicInteger newSyntheses = new AtomicInteger();
  private final AtomicInteger openStreams = new AtomicInteger();
  private volatile @Nullable GrpcClient client;
  private volatile @Nullable NodeReport report;
  private volatile String trouble = "has not been reached yet";
  private @Nullable GrpcLink<WatchRequest, NodeReport> watch;
  private Clock.@Nullable Timer silence;
  private boolean closed;

  /**
   * @param firstNews is told when the node has been heard, or was found absent
   */
  NodeConnection(NodeAddress address, NodeSettings settings, NodeLoop io, Runnable firstNews) {
    this.address = address;
    this.settings = settings;
    this.io = io;
    this.firstNews = firstNews;
    this.backoff =
        new Backoff(settings.client().reconnectFirst(), settings.client().reconnectMost());
  }

  /**
   * As it is now; any thread. A report may have been under way while streams were given: what is
   * open from here counts, whatever it says.
   */
  NodeView view() {
    NodeReport latest = report;
    int known = latest == null ? 0 : latest.getLoad().getStreams();
    int streams = Math.max(newStreams.get(), openStreams.get() - known);
    return new NodeView(address, latest, trouble, streams, newSyntheses.get());
  }

  void connect() {
    if (closed) {
      return;
    }
    GrpcClient opened =
        GrpcClient.client(
            io.vertx(),
            io.vertx()
                .httpClientBuilder()
                .with(options())
                .withConnectHandler(
                    connection ->
                        connection.exceptionHandler(
                            broken -> log.debug("the connection to {} broke off", address, broken)))
                .build());
    client = opened;
    GrpcLink<WatchRequest, NodeReport> link =
        new GrpcLink<>(
            view(), new GrpcLink.Call<>(opened, SpeechGrpcClient.Watch, true), io, io, over -> {});
    watch = link;
    listen();
    link.begin(
        new LinkListener<>() {
          @Override
          public void reply(NodeReport reply) {
            if (watch == link) {
              heard(reply);
            }
          }

          @Override
          public void ended(Ending ending) {
            if (watch == link) {
              lost(ending.reason());
            }
          }
        });
    link.send(WatchRequest.getDefaultInstance());
  }

  private HttpClientOptions options() {
    HttpClientOptions options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2ClearTextUpgrade(false)
            .setDefaultHost(address.host())
            .setDefaultPort(address.port())
            .setConnectTimeout((int) settings.client().silence().toMillis())
            .setHttp2ConnectionWindowSize(WINDOW_BYTES)
            .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW_BYTES))
            .setTcpNoDelay(true);
    settings.tls().ask(options, address.host(), settings.plaintext());
    return options;
  }

  private void heard(NodeReport fresh) {
    NodeReport before = report;
    report = fresh;
    newStreams.set(0);
    newSyntheses.set(0);
    backoff.reset();
    listen();
    if (before == null || before.getState() != fresh.getState()) {
      log.info(
          "speech node {} is {}: {}, {}",
          address,
          fresh.getState(),
          fresh.getRecognizer(),
          fresh.getSynthesizer());
    }
    if (fresh.getState() == State.SICK && (before == null || before.getState() != State.SICK)) {
      for (GrpcLink<?, ?> link : List.copyOf(links)) {
        if (link.hears()) {
          link.end(new Ending(Ending.Kind.LEAVING, "its engine fails"));
        }
      }
    }
    firstNews.run();
  }

  /**
   * Waits for the next report, and no longer than the silence that is allowed; for the first one
   * three times as long, since a connection must be made for it.
   */
  private void listen() {
    Duration silence = settings.client().silence();
    listen(report == null ? silence.multipliedBy(3) : silence, false);
  }

  private void listen(Duration allowed, boolean again) {
    hush();
    long due = io.nanos() + allowed.toNanos();
    silence =
        io.after(
            allowed,
            () -> {
              boolean heldUp = io.nanos() - due > HELD_UP.toNanos();
              if (heldUp && !again) {
                listen(HELD_UP, true); // it was this process that paused: reports may be waiting
              } else {
                lost("was not heard from for " + settings.client().silence().toMillis() + " ms");
              }
            });
  }

  private void hush() {
    Clock.Timer waiting = silence;
    silence = null;
    if (waiting != null) {
      waiting.cancel();
    }
  }

  private void lost(String reason) {
    boolean was = report != null;
    report = null;
    trouble = reason;
    drop();
    Duration wait = backoff.next();
    if (was || wait.equals(settings.client().reconnectFirst())) {
      log.warn("speech node {} is gone: {}; trying again", address, reason);
    }
    loseLinks(reason);
    io.after(wait, this::connect);
    firstNews.run();
  }

  private void loseLinks(String reason) {
    for (GrpcLink<?, ?> link : List.copyOf(links)) {
      link.end(Ending.lost(reason));
    }
  }

  /** Lets go of the connection: a half-dead one is never used again. */
  private void drop() {
    hush();
    GrpcLink<WatchRequest, NodeReport> old = watch;
    watch = null;
    if (old != null) {
      old.close();
    }
    GrpcClient left = client;
    client = null;
    if (left != null) {
      left.close();
    }
  }

  void close() {
    closed = true;
    report = null;
    trouble = "is not asked any more";
    drop();
    loseLinks("the client is closed");
  }

  /** A stream on this node; any thread. Lost at once when the node has just gone. */
  Link<RecognizeRequest, RecognizeReply> hear(NodeView chosen, Loop loop) {
    newStreams.incrementAndGet();
    return link(chosen, SpeechGrpcClient.Recognize, false, loop);
  }

  /** A text on this node; as {@link #hear}. */
  Link<SynthesizeRequest, SynthesizeReply> speak(NodeView chosen, Loop loop) {
    newSyntheses.incrementAndGet();
    return link(chosen, SpeechGrpcClient.Synthesize, true, loop);
  }

  private <Q, R> Link<Q, R> link(
      NodeView chosen, io.vertx.grpc.common.ServiceMethod<R, Q> method, boolean single, Loop loop) {
    GrpcLink<Q, R> link =
        new GrpcLink<>(chosen, new GrpcLink.Call<>(client, method, single), io, loop, this::over);
    links.add(link);
    if (!single) {
      openStreams.incrementAndGet();
    }
    return link;
  }

  private void over(GrpcLink<?, ?> link) {
    if (links.remove(link) && link.hears()) {
      openStreams.decrementAndGet();
    }
  }

  /** Links that are open. */
  int open() {
    return links.size();
  }
}
