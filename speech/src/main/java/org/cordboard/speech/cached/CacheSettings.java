package org.cordboard.speech.cached;

/**
 * Section {@code speech.cache}.
 *
 * @param mostBytes of audio kept; 8,000 are a second; 0 keeps nothing
 */
public record CacheSettings(int mostBytes) {
  /** Checks the range. */
  public CacheSettings {
    if (mostBytes < 0) {
      throw new IllegalArgumentException("most-bytes must be 0 or more");
    }
  }
}
