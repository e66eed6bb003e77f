package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.sim.party.Party;
import org.jspecify.annotations.Nullable;

/** An exchange for tests that connects two telephones directly, in virtual time. */
final class BackToBack implements Exchange {
  private static final Duration TICK = Duration.ofMillis(20);

  final ManualClock clock = new ManualClock();
  final Map<String, Supplier<Party>> numbers = new HashMap<>();
  final List<String> notices = new ArrayList<>();
  final StringBuilder keys = new StringBuilder();
  private @Nullable Party caller;
  private @Nullable Party called;
  private boolean connected;

  @Override
  public Loop loop() {
    return clock;
  }

  @Override
  public void place(String from, String to, Party calling, Completion<String> placed) {
    Supplier<Party> there = numbers.get(to);
    if (there == null) {
      placed.failed(new IllegalArgumentException("no such number " + to));
      return;
    }
    placed.done("CA1");
    Party answering = there.get();
    caller = calling;
    called = answering;
    answering.ringing(new Wire());
    clock.after(TICK, this::tick);
  }

  private void tick() {
    Party left = caller;
    Party right = called;
    if (left == null || right == null) {
      return;
    }
    clock.after(TICK, this::tick);
    if (connected) {
      byte[] fromLeft = sound(left.say());
      byte[] fromRight = sound(right.say());
      left.hear(fromRight);
      right.hear(fromLeft);
    }
  }

  /** Rings a number that nobody is going to be connected with. */
  void ring(String number) {
    Supplier<Party> there = numbers.get(number);
    if (there != null) {
      there.get().ringing(new Wire());
    }
  }

  private static byte[] sound(byte @Nullable [] said) {
    if (said != null) {
      return said;
    }
    byte[] silence = new byte[160];
    Arrays.fill(silence, (byte) 0xff);
    return silence;
  }

  private void end(String cause) {
    Party left = caller;
    Party right = called;
    caller = null;
    called = null;
    if (left != null && right != null) {
      left.ended(cause);
      right.ended(cause);
    }
  }

  @Override
  public void register(String number, Supplier<Party> person) {
    numbers.put(number, person);
  }

  @Override
  public void unregister(String number) {
    numbers.remove(number);
  }

  @Override
  public List<String> notices(String callSid) {
    return List.copyOf(notices);
  }

  @Override
  public Optional<Path> recording(String callSid) {
    return Optional.empty();
  }

  private final class Wire implements Party.Line {
    @Override
    public String sid() {
      return "CA1";
    }

    @Override
    public void answer() {
      Party left = caller;
      Party right = called;
      if (left != null && right != null) {
        connected = true;
        left.connected(this);
        right.connected(this);
      }
    }

    @Override
    public void reject() {
      end("busy");
    }

    @Override
    public void hangUp() {
      end("completed");
    }

    @Override
    public void press(String pressed) {
      keys.append(pressed);
    }
  }
}
