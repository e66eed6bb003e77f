package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import io.vertx.grpc.server.GrpcServerResponse;
import org.cordboard.speech.node.wire.Load;

/**
 * The answering side of a gRPC call: messages, then one status. A client that has gone takes
 * nothing more; writing to it is no error. On the node's loop.
 */
final class Reply<R> {
  private static final int MESSAGE_CHARS = 300;

  private final GrpcServerResponse<?, R> response;
  private boolean over;

  Reply(GrpcServerRequest<?, R> request) {
    this.response = request.response();
  }

  boolean over() {
    return over;
  }

  /** Whether the client is slow to take what was written. */
  boolean full() {
    return response.writeQueueFull();
  }

  void send(R message) {
    if (over) {
      return;
    }
    try {
      response.write(message);
    } catch (IllegalStateException gone) {
      over = true; // the client has reset the call
    }
  }

  void end(GrpcStatus status, String message) {
    if (over) {
      return;
    }
    over = true;
    try {
      response.status(status);
      if (!message.isEmpty()) {
        response.statusMessage(
            message.length() > MESSAGE_CHARS ? message.substring(0, MESSAGE_CHARS) : message);
      }
      response.end();
    } catch (IllegalStateException gone) {
      // as above
    }
  }

  /** Refuses the call, with the node's load in the trailers. */
  void refuse(Admission.Refusal refusal, Load load) {
    if (!over) {
      response
          .trailers()
          .set("cordboard-streams", load.getStreams() + "/" + load.getMaxStreams())
          .set("cordboard-syntheses", load.getSyntheses() + "/" + load.getMaxSyntheses())
          .set("cordboard-waiting", String.valueOf(load.getWaiting()))
          .set("cordboard-lag-ms", String.valueOf(load.getLagMillis()));
      end(refusal.status(), refusal.reason());
    }
  }

  /** The client has gone: nothing can be told any more. */
  void gone() {
    over = true;
  }
}
