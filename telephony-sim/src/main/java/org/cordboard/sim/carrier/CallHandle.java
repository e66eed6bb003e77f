package org.cordboard.sim.carrier;

import java.util.concurrent.CompletableFuture;

/** A call that somebody placed, to follow it from outside. Safe from any thread. */
public final class CallHandle {
  private final String sid;
  private final CompletableFuture<CallEnd> ended = new CompletableFuture<>();
  private volatile Runnable hangUp = () -> {};

  CallHandle(String sid) {
    this.sid = sid;
  }

  /** The leg's SID, the same that the customer's server sees. */
  public String sid() {
    return sid;
  }

  /** Completed when the leg is over and its recording is written, on the simulator's loop. */
  public CompletableFuture<CallEnd> ended() {
    return ended;
  }

  /** Hangs up for the one who called. */
  public void hangUp() {
    hangUp.run();
  }

  void onHangUp(Runnable how) {
    hangUp = how;
  }
}
