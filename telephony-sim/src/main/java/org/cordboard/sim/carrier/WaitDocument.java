package org.cordboard.sim.carrier;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.twiml.Performer.LoadedDocument;
import org.cordboard.sim.twiml.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting, held or announced-to leg hears: a document of sounds only. It does not loop; its
 * {@code <Redirect>} fetches the next.
 */
final class WaitDocument implements Sound {
  private static final int NOT_ALLOWED = 13238;

  private final Leg leg;
  private final Switchboard board;
  private Sound sound = Sound.silence(0);
  private Verb.@Nullable Action next;
  private boolean fetching;
  private boolean stopped;

  WaitDocument(Leg leg, Switchboard board, Verb.Action from) {
    this.leg = leg;
    this.board = board;
    fetch(from);
  }

  private void fetch(Verb.Action from) {
    fetching = true;
    next = null;
    board
        .documents()
        .fetch(
            leg,
            from,
            Map.of(),
            this::play,
            reason -> {
              fetching = false;
              board.notices().add(reason.code(), reason.text(), leg.sid());
            });
  }

  private void play(LoadedDocument loaded) {
    fetching = false;
    if (stopped) {
      return;
    }
    List<Verb.Prompt> prompts = new ArrayList<>();
    for (Verb verb : loaded.document().verbs()) {
      if (verb instanceof Verb.Play play && !play.url().isEmpty()) {
        prompts.add(new Verb.Play(resolved(loaded.url(), play.url()), play.digits(), play.loop()));
      } else if (verb instanceof Verb.Prompt prompt) {
        prompts.add(prompt);
      } else if (verb instanceof Verb.Redirect redirect) {
        next = new Verb.Action(resolved(loaded.url(), redirect.to().url()), redirect.to().method());
        break;
      } else {
        board
            .notices()
            .add(NOT_ALLOWED, "a wait document may hold sounds and <Redirect> only", leg.sid());
        break;
      }
    }
    sound = board.sounds().of(prompts, leg.sid());
  }

  private static String resolved(String base, String url) {
    try {
      return url.isEmpty() ? base : URI.create(base).resolve(url).toString();
    } catch (IllegalArgumentException malformed) {
      return url;
    }
  }

  @Override
  public byte @Nullable [] next() {
    if (sound.over() && !fetching && next != null && !stopped) {
      fetch(next);
    }
    return sound.over() ? null : sound.next();
  }

  @Override
  public boolean over() {
    return !fetching && sound.over() && next == null;
  }

  @Override
  public void stop() {
    stopped = true;
    sound.stop();
  }
}
