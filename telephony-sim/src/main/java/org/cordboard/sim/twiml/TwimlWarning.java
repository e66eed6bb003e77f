package org.cordboard.sim.twiml;

/** Something wrong with a document or its use: the carrier's error code and words that name it. */
public record TwimlWarning(int code, String text) {}
