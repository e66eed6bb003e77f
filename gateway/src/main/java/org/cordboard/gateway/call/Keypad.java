package org.cordboard.gateway.call;

import java.util.function.Consumer;
import org.cordboard.config.Clock;

/** The caller's keys: gathers them by {@link KeyCollector} in time. Confined to the call's loop. */
final class Keypad {
  private final Clock clock;
  private final Consumer<String> pressed;
  private KeyCollector keys = KeyCollector.EMPTY;

  /** {@code pressed} takes complete answers. */
  Keypad(Clock clock, Consumer<String> pressed) {
    this.clock = clock;
    this.pressed = pressed;
  }

  void expect(boolean digits) {
    keys = keys.expecting(digits);
  }

  void press(char key) {
    KeyCollector.Step step = keys.pressed(key);
    keys = step.next();
    if (step.complete().isPresent()) {
      pressed.accept(step.complete().get());
      return;
    }
    long set = keys.generation();
    clock.after(
        keys.wait(keys.keys().length()),
        () -> {
          KeyCollector.Step waited = keys.waited(set);
          keys = waited.next();
          waited.complete().ifPresent(pressed);
        });
  }
}
