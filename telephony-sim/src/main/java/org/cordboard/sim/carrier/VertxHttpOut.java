package org.cordboard.sim.carrier;

import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.sim.carrier.HttpOut.HttpOutException.Kind;

/**
 * {@link HttpOut} over Vert.x: a connection for every request, as from a carrier's many hosts. Once
 * closed, nothing is sent and nobody is told: whoever would try again has ended too.
 */
public final class VertxHttpOut implements HttpOut {
  private final Loop loop;
  private final HttpClient client; // held: an unreferenced client is closed when collected
  private boolean closed; // touched on the loop only

  /** A client that reports to {@code loop}. */
  public VertxHttpOut(Vertx vertx, Loop loop) {
    this.loop = loop;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false).setDecompressionSupported(true),
            new io.vertx.core.http.PoolOptions().setHttp1MaxSize(1000));
  }

  @Override
  public void send(Ask ask, Completion<Reply> completion) {
    if (closed) {
      return;
    }
    Exchanged exchanged = new Exchanged(completion);
    RequestOptions options;
    try {
      options =
          new RequestOptions()
              .setAbsoluteURI(ask.url())
              .setMethod(HttpMethod.valueOf(ask.method()))
              .setConnectTimeout(ask.connectTimeout().toMillis());
    } catch (IllegalArgumentException | VertxException malformed) {
      exchanged.fail(Kind.HOST, "malformed URL");
      return;
    }
    client
        .request(options)
        .onFailure(failure -> exchanged.fail(kind(failure), words(failure)))
        .onSuccess(request -> send(request, ask, exchanged));
  }

  private static void send(HttpClientRequest request, Ask ask, Exchanged exchanged) {
    request.idleTimeout(ask.readTimeout().toMillis());
    ask.headers().forEach(request::putHeader);
    request
        .send(Buffer.buffer(ask.body()))
        .onFailure(failure -> exchanged.fail(Kind.READ, words(failure)))
        .onSuccess(response -> receive(response, exchanged));
  }

  private static void receive(HttpClientResponse response, Exchanged exchanged) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    Buffer body = Buffer.buffer();
    response.handler(
        chunk -> {
          if (body.length() <= MAX_BODY_BYTES) {
            body.appendBuffer(chunk);
          }
        });
    response.exceptionHandler(failure -> exchanged.fail(Kind.READ, words(failure)));
    response.endHandler(
        end -> exchanged.done(new Reply(response.statusCode(), headers, body.getBytes())));
  }

  private static Kind kind(Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return Kind.HOST;
    }
    return failure instanceof SSLException ? Kind.TLS : Kind.CONNECT;
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }

  /** Closes the client; on the loop. */
  public void close() {
    closed = true;
    client.close();
  }

  /** Reports the first outcome, once, on the loop. */
  private final class Exchanged {
    private final Completion<Reply> completion;
    private boolean over;

    Exchanged(Completion<Reply> completion) {
      this.completion = completion;
    }

    void done(Reply reply) {
      loop.run(
          () -> {
            if (!over && !closed) {
              over = true;
              completion.done(reply);
            }
          });
    }

    void fail(Kind kind, String words) {
      loop.run(
          () -> {
            if (!over && !closed) {
              over = true;
              completion.failed(new HttpOutException(kind, words));
            }
          });
    }
  }
}
