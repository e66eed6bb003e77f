package org.cordboard.sim.carrier;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.cordboard.config.Completion;
import org.cordboard.sim.media.PlayoutQueue;
import org.jspecify.annotations.Nullable;

/** Sound files of the customer's, fetched when they are to be played. */
final class Clips {
  private static final int FETCH_FAILED = 11200;
  private static final int NOT_PLAYABLE = 12400;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpOut http;
  private final Notices notices;

  Clips(HttpOut http, Notices notices) {
    this.http = http;
    this.notices = notices;
  }

  /** The file at {@code url}; silence until it is there, nothing when it cannot be had. */
  Sound fetch(String url, String callSid) {
    Fetched sound = new Fetched();
    http.send(
        new HttpOut.Ask("GET", url, Map.of("Accept", "audio/*"), "", PATIENCE, PATIENCE),
        Completion.of(
            reply -> {
              if (reply.status() != 200) {
                notices.add(FETCH_FAILED, "<Play>: answered with HTTP " + reply.status(), callSid);
                sound.end();
                return;
              }
              decode(reply.body(), url, sound, callSid);
            },
            failure -> {
              notices.add(FETCH_FAILED, "<Play>: " + failure.getMessage(), callSid);
              sound.end();
            }));
    return sound;
  }

  private void decode(byte[] file, String url, Fetched sound, String callSid) {
    try {
      sound.play(WavClip.mulaw(file, url));
    } catch (IOException unreadable) {
      notices.add(NOT_PLAYABLE, "<Play>: " + unreadable.getMessage(), callSid);
      sound.end();
    }
  }

  /** Audio that arrives all at once. */
  static final class Fetched implements Sound {
    private final PlayoutQueue queue = new PlayoutQueue(Long.MAX_VALUE / 2, 0);
    private boolean here;

    void play(byte[] mulaw) {
      queue.offer(mulaw);
      here = true;
    }

    void end() {
      here = true;
    }

    @Override
    public byte @Nullable [] next() {
      return queue.pull().frame();
    }

    @Override
    public boolean over() {
      return here && queue.queuedMs() == 0;
    }
  }
}
