package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerRequest;
import org.cordboard.speech.node.wire.State;
import org.cordboard.speech.node.wire.health.HealthCheckRequest;
import org.cordboard.speech.node.wire.health.HealthCheckResponse;
import org.cordboard.speech.node.wire.health.HealthCheckResponse.ServingStatus;
import org.cordboard.speech.node.wire.health.HealthGrpcService;
import org.jspecify.annotations.Nullable;

/**
 * The health protocol of gRPC (grpc.health.v1), for probes. A full node is healthy; one that drains
 * or whose engine fails is not. On the node's loop.
 */
final class HealthCalls {
  private static final String SERVICE = "cordboard.speech.v1.Speech";

  private final Serving serving;

  private HealthCalls(Serving serving) {
    this.serving = serving;
  }

  static void mount(Serving serving, GrpcServer server) {
    HealthCalls calls = new HealthCalls(serving);
    server.callHandler(HealthGrpcService.Check, calls::check);
    server.callHandler(HealthGrpcService.Watch, calls::watch);
  }

  /** Whether probes are told that it serves. */
  static boolean healthy(State state) {
    return state == State.SERVING || state == State.FULL;
  }

  private void check(GrpcServerRequest<HealthCheckRequest, HealthCheckResponse> call) {
    Reply<HealthCheckResponse> reply = new Reply<>(call);
    call.errorHandler(error -> reply.gone());
    call.handler(
        request -> {
          if (known(request)) {
            reply.send(response(status()));
            reply.end(GrpcStatus.OK, "");
          } else {
            reply.end(GrpcStatus.NOT_FOUND, "this node offers " + SERVICE);
          }
        });
  }

  private void watch(GrpcServerRequest<HealthCheckRequest, HealthCheckResponse> call) {
    Reply<HealthCheckResponse> reply = new Reply<>(call);
    call.handler(
        request -> {
          Watcher watcher = new Watcher(reply, known(request));
          call.errorHandler(
              error -> {
                reply.gone();
                serving.unwatch(watcher);
              });
          serving.watch(watcher);
          watcher.run();
        });
  }

  private static boolean known(HealthCheckRequest request) {
    return request.getService().isEmpty() || request.getService().equals(SERVICE);
  }

  private ServingStatus status() {
    return healthy(serving.state()) ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
  }

  private static HealthCheckResponse response(ServingStatus status) {
    return HealthCheckResponse.newBuilder().setStatus(status).build();
  }

  /** Tells changes only. */
  private final class Watcher implements Runnable {
    private final Reply<HealthCheckResponse> reply;
    private final boolean known;
    private @Nullable ServingStatus told;

    Watcher(Reply<HealthCheckResponse> reply, boolean known) {
      this.reply = reply;
      this.known = known;
    }

    @Override
    public void run() {
      ServingStatus now = known ? status() : ServingStatus.SERVICE_UNKNOWN;
      if (reply.over()) {
        serving.unwatch(this);
      } else if (now != told) {
        told = now;
        reply.send(response(now));
      }
    }
  }
}
