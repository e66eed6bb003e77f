package org.cordboard.gateway.twilio;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.cordboard.gateway.http.VertxLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media socket's door: the upgrade's signature is checked before 101, the first frames have a
 * deadline, messages beyond the listener's limit close this socket and no other.
 */
final class TwilioMediaSocket {
  private static final Logger log = LoggerFactory.getLogger(TwilioMediaSocket.class);
  private static final int MOST_BYTES = 16_384; // of a message in pieces, as the carrier sends none
  private static final int MOST_QUEUED_BYTES = 1_048_576; // 25 s of audio in JSON

  private final TwilioDoor door;

  TwilioMediaSocket(TwilioDoor door) {
    this.door = door;
  }

  void mount(Router router) {
    router.get(TwilioUrls.MEDIA).handler(this::upgrade);
    router.get(TwilioUrls.MEDIA + "/").handler(this::upgrade);
  }

  private void upgrade(RoutingContext request) {
    String given = request.request().getHeader(TwilioRoutes.SIGNATURE);
    if (!door.admits(request.request().uri(), given)) {
      request.response().setStatusCode(403).end();
      return;
    }
    VertxLoop io = new VertxLoop(request.vertx().getOrCreateContext());
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> open(socket, io))
        .onFailure(why -> log.warn("a media socket could not be opened: {}", why.getMessage()));
  }

  private void open(ServerWebSocket socket, VertxLoop io) {
    socket.setWriteQueueMaxSize(MOST_QUEUED_BYTES);
    TwilioDoor.SocketEars ears = door.open(new Port(socket), io);
    TextFrames frames =
        new TextFrames(MOST_BYTES, ears::onText, () -> socket.close((short) 1009, "too large"));
    socket.frameHandler(frames::on);
    socket.exceptionHandler(
        why -> {
          log.warn("a media socket failed and is closed: {}", why.getMessage());
          if (!socket.isClosed()) {
            socket.close((short) 1009, "unreadable or too large");
          }
        });
    socket.closeHandler(closed -> ears.onClosed());
  }

  /** Drops audio, and nothing else, and says so once, when the carrier does not read. */
  private static final class Port implements TwilioDoor.SocketPort {
    private final ServerWebSocket socket;
    private long dropped;

    Port(ServerWebSocket socket) {
      this.socket = socket;
    }

    @Override
    public void send(String text) {
      if (socket.isClosed()) {
        return;
      }
      if (socket.writeQueueFull()) {
        if (dropped++ == 0) {
          log.warn("a media socket does not take what is written; audio is dropped");
        }
        return;
      }
      socket.writeTextMessage(text);
    }

    @Override
    public void sendSurely(String text) {
      if (!socket.isClosed()) {
        socket.writeTextMessage(text);
      }
    }

    @Override
    public void close(short code, String why) {
      if (!socket.isClosed()) {
        socket.close(code, why);
      }
    }
  }
}
