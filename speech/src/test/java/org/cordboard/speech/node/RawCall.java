package org.cordboard.speech.node;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.client.GrpcClientResponse;
import io.vertx.grpc.common.GrpcErrorException;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.common.ServiceMethod;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.cordboard.config.Clock;

/** A client that sends a node whatever it likes, and tells what comes back. */
final class RawCall implements AutoCloseable {
  private final NodeLoop io;
  private final SocketAddress node;
  private final GrpcClient client;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  RawCall(Clock clock, SpeechNode node) {
    this.io = new NodeLoop(clock);
    this.node = SocketAddress.inetSocketAddress(node.port(), "127.0.0.1");
    this.client =
        GrpcClient.client(
            io.vertx(),
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
  }

  /** Sends {@code messages}, and keeps the call open. */
  <Q, R> RawCall send(ServiceMethod<R, Q> method, List<Q> messages, Function<R, String> shown) {
    client
        .request(node, method)
        .onFailure(failure -> told.add("lost"))
        .onSuccess(
            request -> {
              request
                  .response()
                  .onFailure(failure -> told.add(status(failure)))
                  .onSuccess(
                      response -> {
                        response.handler(reply -> told.add(shown.apply(reply)));
                        response.exceptionHandler(broken -> told.add("lost"));
                        response.endHandler(ended -> told.add(told(response)));
                      });
              messages.forEach(request::write);
            });
    return this;
  }

  private static String told(GrpcClientResponse<?, ?> response) {
    GrpcStatus status = response.status();
    return status == null ? "lost" : status.name() + " " + GrpcLink.message(response);
  }

  private static String status(Throwable failure) {
    return failure instanceof GrpcErrorException error ? error.status().name() : "lost";
  }

  /** What comes next: a reply, a status with its message, or {@code lost}. */
  String next() throws InterruptedException {
    String next = told.poll(10, TimeUnit.SECONDS);
    return next == null ? "nothing within 10 s" : next;
  }

  @Override
  public void close() {
    io.close();
  }
}
