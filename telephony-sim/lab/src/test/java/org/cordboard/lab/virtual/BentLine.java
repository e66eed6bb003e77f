package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.config.ManualClock;
import org.cordboard.sim.media.MediaKnobs;
import org.cordboard.sim.media.StreamSockets;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/** Media sockets on which the carrier's messages are bent in one way. */
final class BentLine implements StreamSockets {
  /** How they are bent. */
  enum How {
    PUSHED_ASIDE,
    CLIPPED,
    NOISE_ONLY,
    /** Loud and soft in turns for ever, between the caller's words. */
    CROWD,
    /** The same for half a minute, and nobody speaks. */
    CROWD_FOR_A_WHILE,
    DIGITAL_SILENCE,
    STOPS_IN_MID_SENTENCE,
    LOSES_FRAMES,
    COMES_IN_BURSTS,
    COMES_TWICE,
    ANOTHER_FORMAT,
    UNREADABLE
  }

  private static final Pattern PAYLOAD = Pattern.compile("(\"payload\":\")([^\"]+)(\")");
  private static final int STOPS_AFTER = 20; // frames of voice
  private static final long BURST_MS = 600;

  private final StreamSockets sockets;
  private final ManualClock clock;
  private final How how;
  private final Random random = new Random(11);
  private int voiced;
  private long frames;
  private int hole; // frames that are still to be lost

  BentLine(StreamSockets sockets, ManualClock clock, How how) {
    this.sockets = sockets;
    this.clock = clock;
    this.how = how;
  }

  static World.Line of(How how) {
    return (sockets, clock) -> new BentLine(sockets, clock, how);
  }

  @Override
  public void open(String url, Map<String, String> headers, Duration timeout, Listener listener) {
    sockets.open(url, headers, timeout, new Passing(listener));
  }

  private final class Passing implements Listener {
    private final Listener listener;

    Passing(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void opened(Socket socket) {
      listener.opened(new Bending(socket));
    }

    @Override
    public void refused(int code, String reason) {
      listener.refused(code, reason);
    }

    @Override
    public void text(String text) {
      listener.text(text);
    }

    @Override
    public void unexpected(String what) {
      listener.unexpected(what);
    }

    @Override
    public void closed(boolean broken) {
      listener.closed(broken);
    }
  }

  private final class Bending implements Socket {
    private final Socket socket;
    private final Queue<String> held = new ArrayDeque<>();
    private boolean closed;

    Bending(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void send(String text) {
      if (text.contains("\"event\":\"start\"") && how == How.ANOTHER_FORMAT) {
        socket.send(text.replace("audio/x-mulaw", "audio/l16").replace("8000", "16000"));
      } else if (text.contains("\"event\":\"media\"")) {
        media(text);
      } else {
        socket.send(text);
      }
    }

    private void media(String text) {
      switch (how) {
        case PUSHED_ASIDE -> socket.send(with(text, 1, 500, 0));
        case CLIPPED -> socket.send(with(text, 40, 0, 0));
        case NOISE_ONLY -> socket.send(with(text, 0, 0, 900));
        case CROWD -> socket.send(loud(text) ? text : crowd(text));
        case CROWD_FOR_A_WHILE -> socket.send(frames < 1_500 ? crowd(text) : text);
        case DIGITAL_SILENCE -> socket.send(with(text, 0, 0, 0));
        case UNREADABLE -> socket.send(PAYLOAD.matcher(text).replaceAll("$1***$3"));
        case STOPS_IN_MID_SENTENCE -> {
          if (voiced < STOPS_AFTER) {
            voiced += loud(text) ? 1 : 0;
            socket.send(text);
          }
        }
        case LOSES_FRAMES -> {
          if (hole > 0) {
            hole--;
          } else if (!loud(text) && random.nextInt(40) == 0) {
            hole = 4; // 100 ms with this one
          } else if (random.nextInt(50) != 0) {
            socket.send(text);
          }
        }
        case COMES_IN_BURSTS -> burst(text);
        case COMES_TWICE -> {
          socket.send(text);
          socket.send(text);
        }
        default -> socket.send(text);
      }
    }

    /** Louder and softer, as voices are: what is steady is taken for the line's own noise. */
    private String crowd(String text) {
      return with(text, 0, 0, frames++ % 20 < 14 ? 900 : 250);
    }

    private void burst(String text) {
      held.add(text);
      if (held.size() == 1) {
        clock.after(
            Duration.ofMillis(BURST_MS),
            () -> {
              for (String next = held.poll(); next != null && !closed; next = held.poll()) {
                socket.send(next);
              }
            });
      }
    }

    @Override
    public void close(MediaKnobs.Close kind) {
      closed = true;
      socket.close(kind);
    }
  }

  private String with(String text, double gain, double pushed, double noise) {
    Matcher payload = PAYLOAD.matcher(text);
    if (!payload.find()) {
      return text;
    }
    byte[] mulaw = Base64.getDecoder().decode(payload.group(2));
    for (int i = 0; i < mulaw.length; i++) {
      double sample = MuLaw.decode(mulaw[i]) * gain + pushed + noise * random.nextGaussian();
      mulaw[i] = MuLaw.encode(Pcm.clip(sample));
    }
    return text.substring(0, payload.start(2))
        + Base64.getEncoder().encodeToString(mulaw)
        + text.substring(payload.end(2));
  }

  private static boolean loud(String text) {
    Matcher payload = PAYLOAD.matcher(text);
    return payload.find()
        && Pcm.rms(MuLaw.decode(Base64.getDecoder().decode(payload.group(2)))) > 1_000;
  }
}
