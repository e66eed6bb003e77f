package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFramesTest {
  private final List<String> messages = new ArrayList<>();
  private final TextFrames frames =
      new TextFrames(
          10,
          bytes -> messages.add(new String(bytes, StandardCharsets.UTF_8)),
          () -> messages.add("too long"));

  @Test
  void aFrameThatIsAMessageIsHandedOnAtOnce() {
    frames.on(WebSocketFrame.textFrame("longer than ten bytes: ü", true));
    frames.on(WebSocketFrame.textFrame("b", true));
    assertThat(messages).containsExactly("longer than ten bytes: ü", "b");
  }

  @Test
  void piecesBecomeOneMessageThoughACharacterIsCutAndAPingComesBetween() {
    byte[] cut = "aü".getBytes(StandardCharsets.UTF_8);
    frames.on(WebSocketFrame.textFrame("x", false));
    frames.on(WebSocketFrame.continuationFrame(Buffer.buffer().appendBytes(cut, 0, 2), false));
    frames.on(WebSocketFrame.pingFrame(Buffer.buffer("ping")));
    frames.on(WebSocketFrame.continuationFrame(Buffer.buffer().appendBytes(cut, 2, 1), true));
    frames.on(WebSocketFrame.textFrame("next", true));
    assertThat(messages).containsExactly("xaü", "next");
  }

  @Test
  void whatIsNoTextIsLeftOut() {
    frames.on(WebSocketFrame.binaryFrame(Buffer.buffer("binary"), false));
    frames.on(WebSocketFrame.continuationFrame(Buffer.buffer("more"), true));
    frames.on(WebSocketFrame.textFrame("text", true));
    assertThat(messages).containsExactly("text");
  }

  @Test
  void piecesWithoutEndAreNotGathered() {
    frames.on(WebSocketFrame.textFrame("123456", false));
    frames.on(WebSocketFrame.continuationFrame(Buffer.buffer("789012"), false));
    frames.on(WebSocketFrame.continuationFrame(Buffer.buffer("345678"), true));
    assertThat(messages).containsExactly("too long");
  }
}
