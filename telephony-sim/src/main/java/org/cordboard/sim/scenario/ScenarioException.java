package org.cordboard.sim.scenario;

/** A scenario file is wrong; the message is one line that names file, line and fix. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioException(String file, int line, String problem) {
    super(file + (line > 0 ? ":" + line : "") + ": " + problem);
  }
}
