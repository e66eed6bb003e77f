package org.cordboard.dialog;

/**
 * What the caller said in one turn, as recognised, before anything is masked.
 *
 * @param text the words; digits when {@code keyed}
 * @param confidence the recogniser's, 0 to 1
 * @param keyed true when the digits were pressed, not spoken
 * @param startMs where the turn began, in milliseconds since the call's first media
 * @param endMs where it ended
 */
public record CallerTurn(String text, double confidence, boolean keyed, long startMs, long endMs) {}
