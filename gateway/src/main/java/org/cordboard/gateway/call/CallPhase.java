package org.cordboard.gateway.call;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a call stands.
 *
 * <pre>
 * RINGING      → CONVERSING | BRIDGED (by the number's fallback) | ENDED
 * CONVERSING   → TRANSFERRING | BRIDGED (take-over, fallback) | ENDED
 * TRANSFERRING → CONVERSING (nobody, never mind) | BRIDGED | ENDED
 * BRIDGED      → TRANSFERRING (on to another person) | CONVERSING (given back) | ENDED
 * ENDED        → nothing
 * </pre>
 */
public enum CallPhase {
  /** Announced by the carrier; no media yet. */
  RINGING,
  /** The caller talks with the AI. */
  CONVERSING,
  /** A person is being brought in; the AI keeps the caller company. */
  TRANSFERRING,
  /** Caller and person talk; we listen. */
  BRIDGED,
  /** Over. */
  ENDED;

  private static final Map<CallPhase, Set<CallPhase>> NEXT = new EnumMap<>(CallPhase.class);

  static {
    NEXT.put(RINGING, EnumSet.of(CONVERSING, BRIDGED, ENDED));
    NEXT.put(CONVERSING, EnumSet.of(TRANSFERRING, BRIDGED, ENDED));
    NEXT.put(TRANSFERRING, EnumSet.of(CONVERSING, BRIDGED, ENDED));
    NEXT.put(BRIDGED, EnumSet.of(TRANSFERRING, CONVERSING, ENDED));
    NEXT.put(ENDED, EnumSet.noneOf(CallPhase.class));
  }

  /** True when {@code next} may follow. */
  public boolean leadsTo(CallPhase next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /**
   * {@code next}, when it may follow this; throws {@link IllegalStateException} with both names
   * otherwise.
   */
  public CallPhase to(CallPhase next) {
    if (!leadsTo(next)) {
      throw new IllegalStateException("a call cannot go from " + this + " to " + next);
    }
    return next;
  }
}
