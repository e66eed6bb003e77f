package org.cordboard.gateway.call;

/** What can be wrong with the audio that the carrier brings. */
enum LineTrouble {
  /** Every sample is pushed to one side; taken out. */
  OFFSET,
  /** The voice is too loud for the line: its peaks are cut off. */
  CLIPPED,
  /** There is never silence. */
  NOISE,
  /** What sounds like a voice goes on and on, and has no words. */
  DIN,
  /** Not a sound since the stream began. */
  SILENT,
  /** Frames are missing; silence takes their place. */
  GAPS,
  /** No frame came for long; silence takes their place, so that the call goes on. */
  STALLED,
  /** More frames than there is time for; what is too much is left out. */
  SURPLUS,
  /** Messages that are not what the carrier's protocol says. */
  UNREADABLE
}
