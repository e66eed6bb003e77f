package org.cordboard.gateway.call;

import java.util.EnumMap;
import java.util.Map;
import org.cordboard.config.Loop;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * Hears caller and person after the join, each on a track of their own, so that the record has the
 * whole call. Says nothing to anybody. Confined to the call's loop.
 */
final class ListeningIn implements AutoCloseable {

  /** What is heard. */
  interface Owner {
    /** A person on the line said it; {@code who} is {@code caller} or {@code person}. */
    void said(String who, String text, double confidence, long startMs, long endMs);

    /** Words so far, unmasked. */
    void partial(String who, String text);

    /** A recogniser was given up and another has taken over. */
    void replaced(String part, Replaced replaced);

    /** Words that were spoken do not come. */
    void trouble(String part, @Nullable Throwable failure);
  }

  private final Map<MediaListener.Track, Ear> ears = new EnumMap<>(MediaListener.Track.class);

  ListeningIn(CallParts parts, Loop loop, Owner owner) {
    for (MediaListener.Track track : MediaListener.Track.values()) {
      String who = track == MediaListener.Track.INBOUND ? "caller" : "person";
      ears.put(
          track,
          new Ear(
              parts.speech(),
              parts.hints(),
              parts.settings().recognizerBudget(),
              loop,
              new Side(who, owner)));
    }
  }

  void hear(MediaListener.Track track, byte[] mulaw, long timestampMs) {
    Ear ear = ears.get(track);
    if (ear != null) {
      ear.hear(mulaw, timestampMs);
    }
  }

  long position(MediaListener.Track track) {
    Ear ear = ears.get(track);
    return ear == null ? 0 : ear.position();
  }

  @Override
  public void close() {
    ears.values().forEach(Ear::close);
    ears.clear();
  }

  private record Side(String who, Owner owner) implements Ear.Listener {
    @Override
    public void started(long utterance) {}

    @Override
    public void frame(boolean loud, boolean voiced, double levelDb) {}

    @Override
    public void stopped(long utterance) {}

    @Override
    public void partial(long utterance, String text) {
      owner.partial(who, text);
    }

    @Override
    public void words(long utterance, Transcript transcript, Ear.Timing timing) {
      if (!transcript.text().isBlank()) {
        owner.said(
            who,
            transcript.text(),
            transcript.confidence(),
            transcript.startSample() / 8,
            timing.speechEndMs());
      }
    }

    @Override
    public void failed(long utterance, @Nullable Throwable failure) {
      owner.trouble(Talk.RECOGNIZER, failure); // nobody waits, but the record lacks them
    }

    @Override
    public void replaced(Replaced replaced) {
      owner.replaced(Talk.RECOGNIZER, replaced);
    }
  }
}
