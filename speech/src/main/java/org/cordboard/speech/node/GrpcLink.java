package org.cordboard.speech.node;

import io.vertx.core.http.StreamResetException;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.client.GrpcClientRequest;
import io.vertx.grpc.client.GrpcClientResponse;
import io.vertx.grpc.common.GrpcErrorException;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.common.ServiceMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Link} over Vert.x gRPC: the exchange lives on the client's loop, what it tells is posted
 * to the owner's. A text to be spoken is one request, after which this side is finished.
 */
final class GrpcLink<Q, R> implements Link<Q, R> {
  private static final int MOST_WAITING = 256; // before it is open; then the congestion rules

  private final NodeView node;
  private final @Nullable GrpcClient client;
  private final ServiceMethod<R, Q> method;
  private final boolean single;
  private final NodeLoop io;
  private final Loop owner;
  private final Consumer<GrpcLink<Q, R>> over;

  // on the client's loop
  private final ArrayDeque<Q> waiting = new ArrayDeque<>();
  private @Nullable GrpcClientRequest<Q, R> request;
  private @Nullable LinkListener<R> listener;
  private boolean done;

  // any thread
  private volatile boolean congested;
  private volatile boolean closed;

  /** What a link is made of. */
  record Call<Q, R>(@Nullable GrpcClient client, ServiceMethod<R, Q> method, boolean single) {}

  /**
   * @param over is told on the client's loop when nothing more will come
   */
  GrpcLink(NodeView node, Call<Q, R> call, NodeLoop io, Loop owner, Consumer<GrpcLink<Q, R>> over) {
    this.node = node;
    this.client = call.client();
    this.method = call.method();
    this.single = call.single();
    this.io = io;
    this.owner = owner;
    this.over = over;
  }

  @Override
  public NodeView node() {
    return node;
  }

  @Override
  public void begin(LinkListener<R> listener) {
    io.run(
        () -> {
          this.listener = listener;
          GrpcClient present = client;
          if (done || present == null) {
            finish();
            tell(l -> l.ended(Ending.lost("the connection is gone")));
            return;
          }
          present
              .request(method)
              .onComplete(opened -> io.run(() -> opened(opened.result(), opened.cause())));
        });
  }

  private void opened(@Nullable GrpcClientRequest<Q, R> opened, @Nullable Throwable failure) {
    if (opened == null) {
      end(Ending.lost(reason(failure)));
      return;
    }
    if (done) {
      opened.cancel();
      return;
    }
    request = opened;
    opened.exceptionHandler(broken -> end(Ending.lost(reason(broken))));
    opened
        .response()
        .onSuccess(this::answered)
        .onFailure(unanswered -> end(Ending.lost(reason(unanswered))));
    for (Q each = waiting.poll(); each != null; each = waiting.poll()) {
      write(opened, each);
    }
  }

  private void answered(GrpcClientResponse<Q, R> response) {
    response.handler(reply -> tell(l -> l.reply(reply)));
    response.errorHandler(error -> end(Ending.lost(error.toString())));
    response.exceptionHandler(broken -> end(Ending.lost(reason(broken))));
    response.endHandler(
        ended -> {
          GrpcStatus status = response.status();
          end(
              status == null
                  ? Ending.lost("it ended without a status")
                  : Ending.of(status, message(response)));
        });
  }

  /** What the status says beside its number; Vert.x looks for it in the headers only. */
  static String message(GrpcClientResponse<?, ?> response) {
    String early = response.statusMessage();
    String late = response.trailers().get("grpc-message");
    if (early != null || late == null) {
      return early == null ? "" : early;
    }
    try {
      return URLDecoder.decode(late.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unescaped) {
      return late;
    }
  }

  private void write(GrpcClientRequest<Q, R> open, Q message) {
    try {
      if (single) {
        open.end(message);
        return;
      }
      open.write(message);
      if (open.writeQueueFull() && !congested) {
        congested = true;
        open.drainHandler(
            drained -> {
              congested = false;
              tell(LinkListener::ready);
            });
      }
    } catch (IllegalStateException gone) {
      end(Ending.lost("the connection broke off"));
    }
  }

  @Override
  public void send(Q message) {
    io.run(
        () -> {
          GrpcClientRequest<Q, R> open = request;
          if (done) {
            return;
          }
          if (open != null) {
            write(open, message);
          } else if (waiting.size() < MOST_WAITING) {
            waiting.add(message);
          } else {
            end(Ending.lost("the connection does not open"));
          }
        });
  }

  @Override
  public boolean congested() {
    return congested;
  }

  @Override
  public void close() {
    closed = true;
    try {
      io.run(
          () -> {
            GrpcClientRequest<Q, R> open = request;
            if (!done) {
              finish();
              if (open != null && single) {
                open.cancel();
              }
            }
          });
    } catch (IllegalStateException stopped) {
      // the client's loop is closed, and the link with it
    }
  }

  /** It is over from the connection's side. On the client's loop. */
  void end(Ending ending) {
    if (!done) {
      finish();
      tell(l -> l.ended(ending));
    }
  }

  /** Whether it is a stream that hears; else it is a text that is spoken. */
  boolean hears() {
    return !single;
  }

  private void finish() {
    done = true;
    waiting.clear();
    over.accept(this);
    GrpcClientRequest<Q, R> open = request;
    if (open != null && !single) {
      try {
        open.end(); // this side's end; a reset for each stream would be taken for an attack
      } catch (IllegalStateException ended) {
        // the connection has ended it
      }
    }
  }

  private void tell(Consumer<LinkListener<R>> what) {
    LinkListener<R> to = listener;
    if (to == null || closed) {
      return;
    }
    try {
      owner.run(
          () -> {
            if (!closed) {
              what.accept(to);
            }
          });
    } catch (IllegalStateException gone) {
      closed = true; // the owner's loop has ended: nobody is left to be told
    }
  }

  static String reason(@Nullable Throwable failure) {
    if (failure == null) {
      return "it cannot be reached";
    }
    if (failure instanceof StreamResetException || failure instanceof GrpcErrorException) {
      return "it broke off (" + failure.getMessage() + ")";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.split("\n", 2)[0];
  }
}
