package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import org.cordboard.sim.load.LoadWindow;

/** Brings a rig to a number of calls and measures there. Blocks; tells what it does. */
final class LoadMeter {
  private static final int PLACED_A_SECOND =
      25; // a call that begins costs more than one that goes on
  private static final Duration SETTLE = Duration.ofSeconds(4); // greetings and their echoes
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final double AT_REST = 0.02; // of the time; a gateway's code is compiled once

  private final LoadRig rig;
  private final Duration settle;
  private final PrintWriter out;

  /** {@code settle} is waited at most until the gateway's Java has compiled what a load needs. */
  LoadMeter(LoadRig rig, Duration settle, PrintWriter out) {
    this.rig = rig;
    this.settle = settle;
    this.out = out;
  }

  /** Lets {@code calls} go on for {@code length}, so that the gateway's code has been compiled. */
  void warmUp(int calls, Duration length) throws InterruptedException {
    say("warming up: " + calls + " calls for " + length.toSeconds() + " s");
    bring(calls);
    rig.load().rest(length);
  }

  /** Measures {@code calls} for {@code length}. */
  LoadStep measure(int calls, Duration length) throws InterruptedException {
    bring(calls);
    rig.load().rest(SETTLE);
    settle();
    JsonObject before = rig.gateway().ask("figures");
    LoadWindow window = rig.load().measure(length);
    JsonObject after = rig.gateway().ask("figures");
    JsonObject clean = rig.gateway().ask("collect");
    double core = (after.getLong("cpuNanos") - before.getLong("cpuNanos")) / 1e9 / window.seconds();
    long gcMs = after.getLong("gcMs") - before.getLong("gcMs");
    after.put("compiling", compiling(before, after, window.seconds()));
    long allocated = after.getLong("allocated") - before.getLong("allocated");
    after.put("allocatedASecond", allocated / window.seconds());
    after.put("heapUsed", clean.getLong("heapUsed")).put("rss", clean.getLong("rss"));
    return new LoadStep(calls, window, core, after, gcMs);
  }

  /** Waits until the compiler rests: what it takes from the one core, calls cannot have. */
  private void settle() throws InterruptedException {
    JsonObject before = rig.gateway().ask("figures");
    int calm = 0;
    for (long s = 0; s < settle.toSeconds() && calm < 2; s += LOOK.toSeconds()) {
      rig.load().rest(LOOK);
      JsonObject after = rig.gateway().ask("figures");
      calm = compiling(before, after, LOOK.toSeconds()) <= AT_REST ? calm + 1 : 0;
      before = after;
    }
  }

  /** Share of the time that went into compiling. */
  private static double compiling(JsonObject before, JsonObject after, double seconds) {
    return (after.getLong("compileMs") - before.getLong("compileMs")) / 1e3 / seconds;
  }

  private void bring(int calls) throws InterruptedException {
    Duration between = Duration.ofMillis(1_000 / PLACED_A_SECOND);
    while (rig.load().calls() < calls) {
      rig.load().add();
      rig.load().rest(between);
    }
    while (rig.load().calls() > calls) {
      rig.load().remove();
    }
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }
}
