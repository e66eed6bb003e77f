package org.cordboard.sim;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.party.Party;
import org.cordboard.sim.scenario.Exchange;

/** The carrier as scenarios see it. On the simulator's loop. */
public final class CarrierExchange implements Exchange {
  private final SimCarrier carrier;
  private final Loop loop;

  /** A view of {@code carrier}, which lives on {@code loop}. */
  public CarrierExchange(SimCarrier carrier, Loop loop) {
    this.carrier = carrier;
    this.loop = loop;
  }

  @Override
  public Loop loop() {
    return loop;
  }

  @Override
  public void place(String from, String to, Party caller, Completion<String> placed) {
    if (!carrier.serves(to)) {
      placed.failed(
          new IllegalArgumentException(to + " is not served: add it to the setting sim.numbers"));
      return;
    }
    carrier.call(from, to, caller, placed::done);
  }

  @Override
  public void register(String number, Supplier<Party> person) {
    carrier.subscribe(number, (from, to) -> person.get());
  }

  @Override
  public void unregister(String number) {
    carrier.unsubscribe(number);
  }

  @Override
  public List<String> notices(String callSid) {
    return carrier.notices().stream()
        .filter(notice -> notice.callSid().equals(callSid))
        .map(notice -> notice.code() + ": " + notice.text())
        .toList();
  }

  @Override
  public Optional<Path> recording(String callSid) {
    return carrier.recording(callSid);
  }
}
