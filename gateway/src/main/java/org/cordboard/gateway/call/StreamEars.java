package org.cordboard.gateway.call;

/**
 * Hands what one media stream brings to whoever uses it: the talk, or the listening ears. Confined
 * to the call's loop.
 */
final class StreamEars implements MediaListener {

  /** Told when the stream is over. */
  interface Ended {
    /** {@code wasTalk} is false for a listening stream. */
    void ended(String stream, String cause, boolean wasTalk);
  }

  private final MediaStream stream;
  private final Ended ended;
  private final AudioSink sink;
  private final CallWatch watch;
  private final boolean talks;

  private interface AudioSink {
    void hear(Track track, byte[] mulaw, long timestampMs);

    default void onMark(String name) {}

    default void onKey(char key) {}

    long position(Track track);
  }

  StreamEars(MediaStream stream, Ended ended, Talk talk, CallWatch watch) {
    this(stream, ended, new TalkSink(talk), watch, true);
  }

  StreamEars(MediaStream stream, Ended ended, ListeningIn listening, CallWatch watch) {
    this(stream, ended, new ListeningSink(listening), watch, false);
  }

  private StreamEars(
      MediaStream stream, Ended ended, AudioSink sink, CallWatch watch, boolean talks) {
    this.stream = stream;
    this.ended = ended;
    this.sink = sink;
    this.watch = watch;
    this.talks = talks;
  }

  @Override
  public void onAudio(Track track, byte[] mulaw, long timestampMs) {
    watch.audio(track, mulaw, sink.position(track));
    sink.hear(track, mulaw, timestampMs);
  }

  @Override
  public void onMark(String name) {
    sink.onMark(name);
  }

  @Override
  public void onDtmf(char key) {
    sink.onKey(key);
  }

  @Override
  public void onEnd(String cause) {
    ended.ended(stream.id(), cause, talks);
  }

  private record TalkSink(Talk talk) implements AudioSink {
    @Override
    public void hear(Track track, byte[] mulaw, long timestampMs) {
      if (track == Track.INBOUND) {
        talk.hear(mulaw, timestampMs);
      }
    }

    @Override
    public void onMark(String name) {
      talk.onMark(name);
    }

    @Override
    public void onKey(char key) {
      talk.onKey(key);
    }

    @Override
    public long position(Track track) {
      return talk.position();
    }
  }

  private record ListeningSink(ListeningIn listening) implements AudioSink {
    @Override
    public void hear(Track track, byte[] mulaw, long timestampMs) {
      listening.hear(track, mulaw, timestampMs);
    }

    @Override
    public long position(Track track) {
      return listening.position(track);
    }
  }
}
