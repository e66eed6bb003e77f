package org.cordboard.gateway.call;

import org.cordboard.dialog.ledger.LedgerEvent;

/** What the gateway puts on a call's ledger. */
public sealed interface GatewayEvent extends LedgerEvent {

  /** The carrier announced the call; {@code from} may be withheld text. */
  record CallOffered(String from, String to) implements GatewayEvent {}

  /**
   * The call is in this language (BCP 47) from here on; {@code why} is {@code dialled number},
   * {@code caller's history}, {@code heard} or {@code usual}.
   */
  record LanguageChosen(String language, String why) implements GatewayEvent {}

  /** A process owns the call from here on. Barrier. */
  record OwnerTaken(String node) implements GatewayEvent {}

  /**
   * The caller of a call that was left behind is with somebody whom the number's fallback rang, and
   * stays there; not {@code answered}: it rings still.
   */
  record CallerElsewhere(boolean answered) implements GatewayEvent {}

  /** A part of speech was given up in mid-call; {@code to} goes on, or nothing when it is empty. */
  record PartReplaced(String part, String from, String to, String why, boolean late)
      implements GatewayEvent {}

  /** A part failed and nothing could take its place. */
  record PartFailed(String part, String why) implements GatewayEvent {}

  /**
   * The audio from the carrier is bad, told once a stream: {@code kind} is {@code offset}, {@code
   * clipped}, {@code noise}, {@code silent}, {@code gaps}, {@code stalled}, {@code surplus} or
   * {@code unreadable}; or, each time that it begins, {@code din}.
   */
  record LineTroubled(String kind, String detail) implements GatewayEvent {}

  /** No room for a conversation, or speech does not work: the caller got the keypad menu. */
  record MenuGiven(String reason) implements GatewayEvent {}

  /** Media flows; {@code use} is {@code talk} or {@code listen}. */
  record StreamOpened(String stream, String use, boolean resumed) implements GatewayEvent {}

  /** Media ended; {@code cause} is {@code stop} or {@code lost}. */
  record StreamClosed(String stream, String cause) implements GatewayEvent {}

  /** The call's audio is written to this file from here on. */
  record RecordingStarted(String file) implements GatewayEvent {}

  /** Nothing is recorded any more, and what was is removed: the caller objected. */
  record RecordingStopped(String why) implements GatewayEvent {}

  /** The call went to another phase. */
  record PhaseChanged(CallPhase from, CallPhase to) implements GatewayEvent {}

  /** Said after the join; {@code who} is {@code caller} or {@code person}. Masked. */
  record PersonSaid(String who, String text, double confidence, long startMs, long endMs)
      implements GatewayEvent {}

  /**
   * The caller said it over our voice and did not mean to interrupt: {@code kind} is {@code
   * backchannel}, {@code aside} or {@code echo}. No turn. Masked.
   */
  record SpokenOver(String kind, String text, double confidence, long startMs, long endMs)
      implements GatewayEvent {}

  /** Caller stopped → our first word sent, measured here; the recording is the judge. */
  record Replied(long prompt, long afterMs, long endpointMs, long decodeMs, long thinkMs)
      implements GatewayEvent {}

  /** The call is over. Barrier. */
  record CallEnded(CallOutcome.Result outcome, CallOutcome.By by, String reason)
      implements GatewayEvent {}
}
