package org.cordboard.dialog;

/**
 * What came of an answer that was worked out before the caller's turn was over.
 *
 * @param used the turn was as expected, and what had been worked out was taken
 * @param wastedRequest a model was asked and its answer is not needed
 * @param wastedCharacters so much of that answer had been written
 */
public record Speculated(boolean used, boolean wastedRequest, int wastedCharacters) {}
