package org.cordboard.gateway.call;

import java.util.EnumMap;
import java.util.Map;
import org.cordboard.config.Loop;
import org.cordboard.dialog.LineState;

/**
 * Hands what one media stream brings to whoever uses it: the talk, or the listening ears. The
 * recording gets it as it came, they get it fit to be heard. Confined to the call's loop.
 */
final class StreamEars implements MediaListener, AutoCloseable {

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
  private final Map<Track, HeardLine> lines = new EnumMap<>(Track.class);

  private interface AudioSink {
    void hear(Track track, byte[] mulaw, long timestampMs);

    default void onMark(String name) {}

    default void onKey(char key) {}

    default void line(LineState now) {}

    long position(Track track);
  }

  /** One track of the stream, for whoever uses it. */
  private record Hearing(AudioSink sink, Track track) implements HeardLine.Ears {
    @Override
    public void hear(byte[] mulaw, long timestampMs) {
      sink.hear(track, mulaw, timestampMs);
    }

    @Override
    public void line(LineState now) {
      if (track == Track.INBOUND) {
        sink.line(now);
      }
    }
  }

  StreamEars(MediaStream stream, Ended ended, Talk talk, CallWatch watch, Loop loop) {
    this(stream, ended, new TalkSink(talk), watch, loop, true);
  }

  StreamEars(MediaStream stream, Ended ended, ListeningIn listening, CallWatch watch, Loop loop) {
    this(stream, ended, new ListeningSink(listening), watch, loop, false);
  }

  private StreamEars(
      MediaStream stream, Ended ended, AudioSink sink, CallWatch watch, Loop loop, boolean talks) {
    this.stream = stream;
    this.ended = ended;
    this.sink = sink;
    this.watch = watch;
    this.talks = talks;
    for (Track track : Track.values()) {
      boolean goesOn = talks && track == Track.INBOUND;
      lines.put(track, new HeardLine(loop, goesOn, new Hearing(sink, track), watch::lineTrouble));
    }
  }

  @Override
  public void onAudio(Track track, byte[] mulaw, long timestampMs) {
    watch.audio(track, mulaw, sink.position(track));
    line(track).take(mulaw, timestampMs);
  }

  private HeardLine line(Track track) {
    return java.util.Objects.requireNonNull(lines.get(track));
  }

  @Override
  public void onUnreadable(String why) {
    line(Track.INBOUND).unreadable(why);
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
    close();
    ended.ended(stream.id(), cause, talks);
  }

  /** Nothing that still comes is waited for. */
  @Override
  public void close() {
    lines.values().forEach(HeardLine::close);
  }

  /** Another talk goes on on this stream. */
  void use(Talk talk) {
    if (sink instanceof TalkSink talking) {
      talking.talk = talk;
    }
  }

  /** Tells the talk, which has begun, what the line brings. */
  void tellLine() {
    if (sink instanceof TalkSink talking) {
      talking.talk.dialog().line(talking.line);
    }
  }

  private static final class TalkSink implements AudioSink {
    private Talk talk;
    private LineState line = LineState.GOOD;

    TalkSink(Talk talk) {
      this.talk = talk;
    }

    @Override
    public void hear(Track track, byte[] mulaw, long timestampMs) {
      if (track == Track.INBOUND) {
        talk.hear(mulaw, timestampMs);
      }
    }

    @Override
    public void line(LineState now) {
      line = now;
      talk.dialog().line(now);
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
