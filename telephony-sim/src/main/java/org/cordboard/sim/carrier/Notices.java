package org.cordboard.sim.carrier;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The carrier's debugger: notices in order, kept and told to whoever listens. */
final class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final int KEPT = 10_000;

  private final Clock clock;
  private final List<CarrierNotice> kept = new CopyOnWriteArrayList<>();
  private final List<Consumer<CarrierNotice>> listeners = new CopyOnWriteArrayList<>();

  Notices(Clock clock) {
    this.clock = clock;
  }

  void add(int code, String text, String callSid) {
    CarrierNotice notice = new CarrierNotice(clock.now(), code, text, callSid);
    log.warn("carrier notice {} for {}: {}", code, callSid, text);
    if (kept.size() < KEPT) {
      kept.add(notice);
    }
    listeners.forEach(listener -> listener.accept(notice));
  }

  void listen(Consumer<CarrierNotice> listener) {
    listeners.add(listener);
  }

  List<CarrierNotice> all() {
    return List.copyOf(kept);
  }
}
