package org.cordboard.gateway.twilio;

import org.cordboard.config.Loop;
import org.cordboard.gateway.call.MediaStream;

/** The call's side of a media socket: encodes on the call's loop, writes on the socket's. */
final class OutgoingMedia implements MediaStream {
  private final String streamSid;
  private final TwilioDoor.SocketPort port;
  private final Loop io;

  OutgoingMedia(String streamSid, TwilioDoor.SocketPort port, Loop io) {
    this.streamSid = streamSid;
    this.port = port;
    this.io = io;
  }

  @Override
  public String id() {
    return streamSid;
  }

  @Override
  public void play(byte[] mulaw) {
    if (mulaw.length == 0 || mulaw.length % MediaSession.FRAME_BYTES != 0) {
      throw new IllegalArgumentException(
          "audio of " + mulaw.length + " bytes is not a whole number of 160-byte frames");
    }
    String media = TwilioWire.media(streamSid, mulaw);
    io.run(() -> port.send(media));
  }

  @Override
  public void mark(String name) {
    send(TwilioWire.mark(streamSid, name));
  }

  @Override
  public void clear() {
    send(TwilioWire.clear(streamSid));
  }

  @Override
  public void close() {
    io.run(() -> port.close((short) 1000, "done"));
  }

  private void send(String text) {
    io.run(() -> port.sendSurely(text));
  }
}
