package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.WatchRequest;

/** Tells one client how the node is. On the node's loop. */
final class WatchCall {
  private WatchCall() {}

  /** Takes a call that has come in: a report at once, and whenever there is news. */
  static void take(Serving serving, GrpcServerRequest<WatchRequest, NodeReport> call) {
    Reply<NodeReport> reply = new Reply<>(call);
    Runnable tell =
        new Runnable() {
          @Override
          public void run() {
            if (reply.over()) {
              serving.unwatch(this);
            } else if (!reply.full()) { // a client that does not read finds the node silent
              reply.send(serving.report());
            }
          }
        };
    Runnable gone =
        () -> {
          reply.gone();
          serving.unwatch(tell);
        };
    call.errorHandler(error -> gone.run());
    call.exceptionHandler(broken -> gone.run());
    call.handler(
        request -> {
          serving.watch(tell);
          tell.run();
        });
    call.endHandler(
        asked -> {
          if (reply.over()) {
            reply.end(GrpcStatus.OK, "");
          }
        });
  }
}
