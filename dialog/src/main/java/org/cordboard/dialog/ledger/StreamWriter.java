package org.cordboard.dialog.ledger;

import org.cordboard.config.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call's end of a writer lane: where its entries go and who hears what became of them. */
final class StreamWriter {
  private static final Logger log = LoggerFactory.getLogger(StreamWriter.class);

  /** Hears of the store on the call's loop. */
  interface Listener {
    void acknowledged(long sequence);

    void fenced();
  }

  private final String key;
  private final String owner;
  private final Loop loop;
  private final Listener listener;
  private volatile boolean fenced; // written by the lane

  StreamWriter(String key, String owner, Loop loop, Listener listener) {
    this.key = key;
    this.owner = owner;
    this.loop = loop;
    this.listener = listener;
  }

  String key() {
    return key;
  }

  String owner() {
    return owner;
  }

  boolean isFenced() {
    return fenced;
  }

  void acknowledge(long sequence) {
    post(() -> listener.acknowledged(sequence));
  }

  void fence() {
    fenced = true;
    post(listener::fenced);
  }

  private void post(Runnable news) {
    try {
      loop.run(news);
    } catch (RuntimeException closed) {
      log.debug("the loop of a call closed before its ledger heard from the store");
    }
  }
}
