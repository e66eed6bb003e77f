package org.cordboard.gateway.call;

/** What comes from a media stream; called on the call's loop, in order. */
public interface MediaListener {

  /**
   * The next frame of a track.
   *
   * @param track {@link Track#INBOUND} is who the stream belongs to
   * @param mulaw 160 bytes, the listener's own
   * @param timestampMs milliseconds since the stream began, by the carrier; gaps show here
   */
  void onAudio(Track track, byte[] mulaw, long timestampMs);

  /** A message of the stream could not be read; told of the first. {@code why} quotes nothing. */
  default void onUnreadable(String why) {}

  /** A mark came back. */
  void onMark(String name);

  /** A key was pressed: 0–9, *, #. */
  void onDtmf(char key);

  /**
   * The stream has ended: {@code stop} when the carrier said so, {@code lost} when the socket went.
   */
  void onEnd(String cause);

  /** The tracks of a stream. */
  enum Track {
    /** What the stream's owner says. */
    INBOUND,
    /** What the stream's owner hears. */
    OUTBOUND
  }
}
