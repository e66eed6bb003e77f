package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;

/**
 * How a call to a node ended.
 *
 * @param kind what it means for the next attempt
 * @param reason for people; holds no word of a caller
 */
record Ending(Kind kind, String reason) {

  enum Kind {
    /** As it should. */
    DONE,
    /** The node has no room. */
    FULL,
    /** The node is about to stop, or ended an idle stream: ask another, nothing is wrong. */
    LEAVING,
    /** This node cannot do what was asked; another may. */
    UNFIT,
    /** Its engine failed. */
    BROKEN,
    /** The node or the way to it is gone. */
    LOST
  }

  /** What a gRPC status means here. */
  static Ending of(GrpcStatus status, String message) {
    Kind kind =
        switch (status) {
          case OK -> Kind.DONE;
          case RESOURCE_EXHAUSTED -> Kind.FULL;
          case UNAVAILABLE -> Kind.LEAVING;
          case FAILED_PRECONDITION, INVALID_ARGUMENT, UNIMPLEMENTED, PERMISSION_DENIED ->
              Kind.UNFIT;
          case INTERNAL -> Kind.BROKEN;
          default -> Kind.LOST;
        };
    return new Ending(kind, message.isEmpty() ? status.toString() : message);
  }

  static Ending lost(String reason) {
    return new Ending(Kind.LOST, reason);
  }
}
