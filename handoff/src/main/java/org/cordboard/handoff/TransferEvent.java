package org.cordboard.handoff;

/** What can happen to a transfer. */
sealed interface TransferEvent {

  /** Something about one offer, which may be an old one. */
  sealed interface OfOffer extends TransferEvent {
    String offer();
  }

  /** The desk has reserved this person. */
  record PersonFound(String offer, TransferTarget target) implements OfOffer {}

  /** Nobody is left to ask. */
  record NobodyFound(String offer) implements OfOffer {}

  /** The carrier took the dial. */
  record Dialed(String offer, String legSid) implements OfOffer {}

  /** The carrier said no, {@code why} if it is known: there is no leg. */
  record DialRefused(String offer, String why) implements OfOffer {}

  /** The dial failed in a way that leaves open whether there is a leg. */
  record DialUnknown(String offer) implements OfOffer {}

  /** The leg was answered and its request waits to be told what to do. */
  record Answered(String offer, String legSid) implements OfOffer {}

  /** A key was pressed, or none in time; the leg's request waits. */
  record Keyed(String offer, String keys) implements OfOffer {}

  /** The carrier's word on the leg; {@code answeredBy} is empty without machine detection. */
  record Progress(String offer, String legSid, String status, String answeredBy)
      implements OfOffer {}

  /** Something about the room of this transfer. */
  sealed interface OfRoom extends TransferEvent {}

  /** The conference has begun. */
  record RoomStarted() implements OfRoom {}

  /** Somebody is in. */
  record RoomEntered(Side side) implements OfRoom {}

  /** Somebody is out; {@code failed}: by the carrier's word their line broke. */
  record RoomLeft(Side side, boolean failed) implements OfRoom {}

  /** The conference is over. */
  record RoomEnded() implements OfRoom {}

  /** The carrier's answer to moving the caller. */
  record CallerMoved(Answer answer) implements OfRoom {}

  /** The carrier's answer to bringing the caller back. */
  record CallerBack(Answer answer) implements OfRoom {}

  /** The caller's room verb is over and the carrier asks what comes next. */
  record AfterRoom() implements OfRoom {}

  /** The caller has hung up. */
  record CallerGone() implements TransferEvent {}

  /** The caller does not want a person any more. */
  record NeverMind() implements TransferEvent {}

  /** Time has passed. */
  record Tick() implements TransferEvent {}

  /** The two who are to talk. */
  enum Side {
    /** Labelled {@code caller}. */
    CALLER,
    /** Labelled {@code agent}. */
    AGENT
  }

  /** How a request to the carrier ended. */
  enum Answer {
    /** Done. */
    YES,
    /** Certainly not done. */
    NO,
    /** Perhaps done. */
    UNKNOWN
  }
}
