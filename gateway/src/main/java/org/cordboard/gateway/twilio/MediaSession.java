package org.cordboard.gateway.twilio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CarrierEvents;
import org.cordboard.gateway.call.CarrierEvents.StreamAccepted;
import org.cordboard.gateway.call.MediaListener;
import org.cordboard.gateway.call.MediaListener.Track;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One media socket's conversation with the carrier, text frames in and out; knows no socket. Its
 * own state is touched on the socket's loop; what it hears is delivered on the call's. A frame that
 * cannot be read is counted and skipped: the first is logged, the stream goes on.
 */
final class MediaSession implements StreamAccepted {
  private static final Logger log = LoggerFactory.getLogger(MediaSession.class);
  static final int FRAME_BYTES = 160; // 20 ms of μ-law at 8 kHz
  static final int FRAME_MS = 20;
  private static final byte SILENCE = (byte) 0xFF;
  private static final int MOST_EARLY = 500; // 10 s of frames before the call takes the stream

  private final CarrierEvents events;
  private final TwilioDoor.SocketPort port;
  private final Loop io;
  private final Queue<Consumer<MediaListener>> early = new ArrayDeque<>();
  private String name = "a media stream that has not started";
  private boolean started;
  private boolean ended;
  private boolean unusable;
  private long broken;
  private long unknown;
  private @Nullable Loop loop;
  private @Nullable MediaListener listener;

  MediaSession(CarrierEvents events, TwilioDoor.SocketPort port, Loop io) {
    this.events = events;
    this.port = port;
    this.io = io;
  }

  boolean started() {
    return started;
  }

  /** Frames that could not be read. */
  long broken() {
    return broken;
  }

  /** Frames of a kind that is not known. */
  long unknown() {
    return unknown;
  }

  /** A text frame has come. */
  void onText(String text) {
    onText(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text frame has come, in UTF-8. */
  void onText(byte[] text) {
    if (ended || unusable) {
      return;
    }
    TwilioMessage message;
    try {
      message = TwilioWire.parse(text);
    } catch (WireException wrong) {
      if (broken++ == 0) {
        log.warn("{}: {}; skipped, further ones are only counted", name, wrong.getMessage());
        String why = String.valueOf(wrong.getMessage());
        deliver(to -> to.onUnreadable(why));
      }
      return;
    }
    on(message);
  }

  private void on(TwilioMessage message) {
    if (message instanceof TwilioMessage.Media media) {
      audio(media);
    } else if (message instanceof TwilioMessage.Mark mark) {
      deliver(to -> to.onMark(mark.name()));
    } else if (message instanceof TwilioMessage.Dtmf dtmf) {
      deliver(to -> to.onDtmf(dtmf.key()));
    } else if (message instanceof TwilioMessage.Start start) {
      start(start);
    } else if (message instanceof TwilioMessage.Stop) {
      end("stop");
    } else if (message instanceof TwilioMessage.Unknown other && unknown++ == 0) {
      log.info("{}: unknown event {}; skipped", name, other.event());
    }
  }

  private void start(TwilioMessage.Start start) {
    if (started) {
      return; // the carrier says it once
    }
    started = true;
    CallId call;
    try {
      call = new CallId(start.callSid());
    } catch (IllegalArgumentException noCall) {
      refuse("its start frame names no call");
      return;
    }
    if (!start.streamSid().matches("[A-Za-z0-9]{1,64}")) {
      refuse("its start frame names no stream");
      return;
    }
    name = "stream " + start.streamSid() + " of call " + call;
    String token = start.parameters().getOrDefault("token", "");
    if (!start.format().isEmpty()) {
      unusable = true; // the carrier takes the stream away when the call goes elsewhere
      String why = "the carrier sends " + start.format() + ", not audio/x-mulaw at 8000 Hz";
      events.streamUnusable(call, token, why, this);
      return;
    }
    events.streamStarted(call, token, new OutgoingMedia(start.streamSid(), port, io), this);
  }

  private void audio(TwilioMessage.Media media) {
    Track track = media.outbound() ? Track.OUTBOUND : Track.INBOUND;
    byte[] payload = media.payload();
    if (payload.length == FRAME_BYTES) { // as nearly always
      deliver(listening -> listening.onAudio(track, payload, media.timestampMs()));
      return;
    }
    for (int from = 0; from < payload.length; from += FRAME_BYTES) {
      int to = Math.min(payload.length, from + FRAME_BYTES);
      byte[] frame = Arrays.copyOfRange(payload, from, from + FRAME_BYTES);
      Arrays.fill(frame, to - from, FRAME_BYTES, SILENCE);
      long at = media.timestampMs() + (long) from / FRAME_BYTES * FRAME_MS;
      deliver(listening -> listening.onAudio(track, frame, at));
    }
  }

  private void deliver(Consumer<MediaListener> what) {
    MediaListener to = listener;
    Loop on = loop;
    if (to != null && on != null) {
      on.run(() -> what.accept(to));
    } else if (started && early.size() < MOST_EARLY) {
      early.add(what);
    }
  }

  @Override
  public void accept(Loop callLoop, MediaListener taking) {
    io.run(
        () -> {
          loop = callLoop;
          listener = taking;
          for (Consumer<MediaListener> what = early.poll(); what != null; what = early.poll()) {
            deliver(what);
          }
        });
  }

  @Override
  public void refuse(String why) {
    io.run(
        () -> {
          if (!ended) {
            ended = true;
            early.clear();
            log.warn("{} was refused: {}", name, why);
            port.close((short) 1008, "refused"); // policy violation
          }
        });
  }

  /** The socket is closed. */
  void onClosed() {
    end("lost");
  }

  private void end(String cause) {
    if (!ended) {
      ended = true;
      if (broken > 1) {
        log.warn("{}: {} frames could not be read", name, broken);
      }
      deliver(to -> to.onEnd(cause));
    }
  }
}
