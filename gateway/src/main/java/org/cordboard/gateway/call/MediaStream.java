package org.cordboard.gateway.call;

/**
 * The caller's (or an agent's) audio path to the carrier. Called on the call's loop. Audio queues
 * at the carrier and plays in real time.
 */
public interface MediaStream {

  /** The carrier's id of the stream. */
  String id();

  /** Queues μ-law audio behind what was sent before; a whole number of 160-byte frames. */
  void play(byte[] mulaw);

  /**
   * Asks to be told, by {@link MediaListener#onMark}, when everything queued so far has been
   * played.
   */
  void mark(String name);

  /** Drops what has not been played; all outstanding marks come back at once, meaning nothing. */
  void clear();

  /** Closes the stream; the carrier goes on with the next verb of its document. */
  void close();
}
