package org.cordboard.speech;

/**
 * An engine was given up in mid-call and another has taken its work over.
 *
 * @param from the engine given up, by its name
 * @param to the engine that goes on; empty when there is none
 * @param why one line for people who run the system; never words of a caller
 * @param late true when somebody has been kept waiting by it
 */
public record Replaced(String from, String to, String why, boolean late) {}
