package org.cordboard.gateway;

import java.util.Map;
import java.util.TreeMap;
import org.cordboard.config.Settings;
import org.cordboard.gateway.console.ConsoleFeed;
import org.cordboard.gateway.twilio.TwilioDoor;

/**
 * A gateway without listeners: webhooks, media sockets and REST requests pass as text. Everything
 * else is as in a process, wired by the same hands. Runs in virtual time when what it is given
 * does.
 */
public final class GatewayCore {
  private final Wiring wiring;
  private final TwilioDoor door;

  private GatewayCore(Wiring wiring) {
    this.wiring = wiring;
    this.door = wiring.door();
  }

  /**
   * Wires {@code parts} together over {@code outside}. The parts stay the caller's.
   *
   * @throws org.cordboard.config.SettingsException in one line that names the thing and the fix
   */
  public static GatewayCore assemble(Settings settings, Parts parts, Outside outside) {
    return new GatewayCore(Wiring.of(settings, GatewaySettings.of(settings), parts, outside));
  }

  /** Where the carrier comes in. */
  public TwilioDoor door() {
    return door;
  }

  /** What supervisors see. */
  public ConsoleFeed feed() {
    return wiring.feed();
  }

  /** Counters, gauges and distributions in Prometheus' text form. */
  public String metrics() {
    return wiring.meters().prometheus();
  }

  /** Brings back the calls that another process has left; once, when the carrier can be reached. */
  public void takeUpOrphans() {
    wiring.calls().takeUpOrphans();
  }

  /** Ends every call with an outcome, then runs {@code then} on some loop. */
  public void stop(Runnable then) {
    wiring.calls().stop(then);
  }

  /**
   * What is still held for calls, by what it is; empty when every call has ended and been
   * forgotten.
   */
  public Map<String, Integer> held() {
    Map<String, Integer> held = new TreeMap<>();
    held.put("call", wiring.calls().held());
    held.put("request of an agent's leg", door.waiting());
    held.put("stream token", wiring.tokens().open());
    held.put("call on the feed", wiring.feed().liveCalls());
    held.values().removeIf(count -> count == 0);
    return held;
  }
}
