package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;

/**
 * A call that must go well, read from a file by {@link ScenarioFile}.
 *
 * @param name the file's name without its ending
 * @param file where it was read from
 * @param about one line for people
 * @param limit the whole call ends after this, and has failed
 * @param caller who calls
 * @param agents who can be rung
 * @param expectations what must be so afterwards
 * @param watches signals that come when the ledger holds such an entry
 */
public record Scenario(
    String name,
    Path file,
    String about,
    Duration limit,
    Caller caller,
    List<Agent> agents,
    List<Expectation> expectations,
    Map<String, EntryPattern> watches) {
  /** Copies the lists. */
  public Scenario {
    agents = List.copyOf(agents);
    expectations = List.copyOf(expectations);
    watches = Map.copyOf(watches);
  }

  /**
   * Who calls.
   *
   * @param from the caller's number
   * @param to the number dialled; empty for the one that the sample company answers
   * @param voice a voice of the synthesiser
   * @param script what the caller does
   */
  public record Caller(String from, String to, String voice, Script script) {}

  /**
   * Who can be rung.
   *
   * @param name of this person in the timeline and in signals
   * @param number where they are rung
   * @param ring from which ring of that number on they are there, counted from 1
   * @param voice a voice of the synthesiser
   * @param pickup what they do when it rings
   * @param script what they do on the line
   */
  public record Agent(
      String name, String number, int ring, String voice, Pickup pickup, Script script) {}
}
