package org.cordboard.gateway.twilio;

import java.util.Map;
import java.util.Set;

/** A text frame of the media protocol, from the carrier. */
sealed interface TwilioMessage {

  /** The first frame; says nothing but the protocol's version. */
  record Connected(String version) implements TwilioMessage {}

  /**
   * The stream begins. {@code parameters} are those of the document; {@code format} is empty for
   * μ-law at 8 kHz, else what it is instead.
   */
  record Start(
      String streamSid,
      String callSid,
      Set<String> tracks,
      Map<String, String> parameters,
      String format)
      implements TwilioMessage {
    public Start {
      tracks = Set.copyOf(tracks);
      parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
      return "Start[" + streamSid + ", " + callSid + "]"; // the token stays out of logs
    }
  }

  /** Audio: μ-law at 8 kHz. {@code timestampMs} counts from the stream's beginning. */
  record Media(boolean outbound, long timestampMs, byte[] payload) implements TwilioMessage {
    @Override
    public boolean equals(Object other) {
      return other instanceof Media media
          && media.outbound == outbound
          && media.timestampMs == timestampMs
          && java.util.Arrays.equals(media.payload, payload);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(timestampMs) + java.util.Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return "Media[" + timestampMs + " ms, " + payload.length + " bytes]";
    }
  }

  /** A key. */
  record Dtmf(char key) implements TwilioMessage {
    @Override
    public String toString() {
      return "Dtmf[]"; // digits stay out of logs
    }
  }

  /** A mark of ours comes back. */
  record Mark(String name) implements TwilioMessage {}

  /** The stream ends. */
  record Stop() implements TwilioMessage {}

  /** An event of a later version of the protocol; skipped. */
  record Unknown(String event) implements TwilioMessage {}
}
