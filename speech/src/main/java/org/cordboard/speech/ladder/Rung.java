package org.cordboard.speech.ladder;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An engine and how far it is to be trusted; shared by all calls, from any thread.
 *
 * @param <E> the kind of engine
 */
final class Rung<E> {
  private final E engine;
  private final String name;
  private final LadderSettings settings;
  private Breaker breaker; // under this object's lock

  Rung(E engine, String name, LadderSettings settings) {
    this.engine = engine;
    this.name = name;
    this.settings = settings;
    this.breaker = Breaker.closed(settings);
  }

  E engine() {
    return engine;
  }

  String name() {
    return name;
  }

  synchronized boolean trusted() {
    return breaker.isClosed();
  }

  synchronized boolean allows(long nowNanos) {
    return breaker.allows(nowNanos);
  }

  synchronized void taken(long nowNanos) {
    breaker = breaker.taken(nowNanos);
  }

  synchronized void worked() {
    breaker = breaker.worked(settings);
  }

  synchronized void failed(long nowNanos) {
    breaker = breaker.failed(settings, nowNanos);
  }

  /**
   * The highest rung that may be used and is trusted; when none is trusted, the highest that may be
   * used; null when none may.
   */
  static <E> @Nullable Rung<E> choose(
      List<Rung<E>> rungs, Predicate<Rung<E>> usable, long nowNanos) {
    Rung<E> otherwise = null;
    for (Rung<E> rung : rungs) {
      if (usable.test(rung)) {
        if (rung.allows(nowNanos)) {
          return rung;
        }
        otherwise = otherwise == null ? rung : otherwise;
      }
    }
    return otherwise;
  }
}
