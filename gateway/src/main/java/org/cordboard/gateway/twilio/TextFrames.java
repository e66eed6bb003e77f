package org.cordboard.gateway.twilio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole messages of a socket's frames (RFC 6455 §5.4) and hands on those of text, as bytes:
 * nearly every one is a single frame, which is not copied into a string and out of it again. One
 * socket, on its loop.
 */
final class TextFrames {
  private final int mostBytes;
  private final Consumer<byte[]> message;
  private final Runnable tooLong;
  private @Nullable Buffer begun; // a message of several frames
  private boolean text; // what has begun is text

  /** Messages of several frames beyond {@code mostBytes} make {@code tooLong} run instead. */
  TextFrames(int mostBytes, Consumer<byte[]> message, Runnable tooLong) {
    this.mostBytes = mostBytes;
    this.message = message;
    this.tooLong = tooLong;
  }

  void on(WebSocketFrame frame) {
    if (frame.isText() || frame.isBinary()) {
      begun = null;
      text = frame.isText();
    } else if (!frame.isContinuation()) {
      return; // the listener answers pings and closes
    }
    Buffer before = begun;
    if (text && before == null && frame.isFinal()) {
      message.accept(frame.binaryData().getBytes()); // the listener has limited its length
    } else if (text) {
      gather(before == null ? Buffer.buffer() : before, frame);
    }
  }

  private void gather(Buffer before, WebSocketFrame frame) {
    Buffer all = before.appendBuffer(frame.binaryData());
    if (all.length() > mostBytes) {
      begun = null;
      text = false;
      tooLong.run();
    } else if (frame.isFinal()) {
      begun = null;
      message.accept(all.getBytes());
    } else {
      begun = all;
    }
  }
}
