package org.cordboard.sim.carrier;

/** What a leg is to do: a document of its own, or where to fetch one. */
public sealed interface Instructions {
  /** The document itself. */
  record Twiml(String xml) implements Instructions {}

  /** Where to fetch it, with GET or POST. */
  record Url(String url, String method) implements Instructions {}
}
