package org.cordboard.gateway.console;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One watcher's share of the feed: messages that wait for it, a bounded number. When it is too slow
 * the oldest go and are counted; it is told by a {@code lost} message before the next one that it
 * gets. Any thread.
 */
public final class Subscription {
  private final ConsoleFeed feed;
  private final @Nullable String only;
  private final int capacity;
  private final Runnable wake;
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private long untold;
  private long dropped;
  private boolean asleep = true;

  Subscription(ConsoleFeed feed, @Nullable String only, int capacity, Runnable wake) {
    this.feed = feed;
    this.only = only;
    this.capacity = capacity;
    this.wake = wake;
  }

  boolean wants(String call) {
    return only == null || only.equals(call);
  }

  /** Queues a message; the answer says whether the watcher has to be woken. */
  synchronized boolean offer(String message) {
    if (waiting.size() >= capacity) {
      waiting.poll();
      untold++;
      dropped++;
    }
    waiting.add(message);
    boolean wakeNow = asleep;
    asleep = false;
    return wakeNow;
  }

  void wake() {
    wake.run();
  }

  /** The next message as JSON, or null when none waits; the watcher is woken when one comes. */
  public synchronized @Nullable String next() {
    if (untold > 0) {
      long count = untold;
      untold = 0;
      return "{\"type\":\"lost\",\"count\":" + count + "}";
    }
    String message = waiting.poll();
    asleep = message == null;
    return message;
  }

  /** Messages that this watcher never got. */
  public synchronized long dropped() {
    return dropped;
  }

  /** Ends it; harmless when it has ended. */
  public void close() {
    feed.leave(this);
  }
}
