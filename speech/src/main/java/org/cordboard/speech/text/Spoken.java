package org.cordboard.speech.text;

import java.util.Arrays;

/**
 * A text as it is spoken, which knows where it came from. Immutable; any thread.
 *
 * @param text for the voice
 * @param origin for each place in {@code text}, and for its end, the place in the written text that
 *     it stands for; never falls
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; compared by content below
public record Spoken(String text, int[] origin) {
  /** Checks that every place has an origin. */
  public Spoken {
    if (origin.length != text.length() + 1) {
      throw new IllegalArgumentException("needs an origin for every character and for the end");
    }
  }

  /** {@code text} spoken as it is written. */
  public static Spoken asWritten(String text) {
    int[] origin = new int[text.length() + 1];
    Arrays.setAll(origin, place -> place);
    return new Spoken(text, origin);
  }

  /** The place in the written text that a place in the spoken one stands for. */
  public int written(int place) {
    return origin[Math.max(0, Math.min(place, origin.length - 1))];
  }

  /** The same with places in {@code plain}, which stands for the same written text. */
  public Spoken within(Spoken plain) {
    int[] places = new int[origin.length];
    int at = 0;
    for (int i = 0; i < origin.length; i++) {
      while (at < plain.text.length() && plain.origin[at] < origin[i]) {
        at++;
      }
      places[i] = at;
    }
    return new Spoken(text, places);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spoken that
        && text.equals(that.text)
        && Arrays.equals(origin, that.origin);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
