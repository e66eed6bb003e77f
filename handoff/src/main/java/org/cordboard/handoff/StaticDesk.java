package org.cordboard.handoff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.playbook.Desk;

/**
 * A fixed list of people with telephones, always present; reservations are kept in this process and
 * lapse by themselves. Those with the wanted skill come first, in the list's order, then everybody
 * else: a person without the skill is better than none. Any thread.
 */
public final class StaticDesk implements AgentDesk {
  private final List<TransferTarget> people;
  private final Duration lapse;
  private final Clock clock;
  private final Map<String, Claim> claims = new HashMap<>();

  private record Claim(String offer, long untilNanos) {}

  /**
   * A desk.
   *
   * @param people in the order in which they are asked
   * @param lapse after which a reservation is void
   * @param clock measures that
   */
  public StaticDesk(List<TransferTarget> people, Duration lapse, Clock clock) {
    this.people = List.copyOf(people);
    this.lapse = lapse;
    this.clock = clock;
  }

  /** The desk that a company's folder names. */
  public static StaticDesk of(Desk desk, Duration lapse, Clock clock) {
    List<TransferTarget> people =
        desk.agents().stream()
            .map(
                agent ->
                    new TransferTarget(
                        agent.id(), agent.name(), agent.number(), Set.copyOf(agent.skills())))
            .toList();
    return new StaticDesk(people, lapse, clock);
  }

  @Override
  public void candidates(
      String skill, Set<String> asked, Loop loop, Completion<List<TransferTarget>> then) {
    List<TransferTarget> skilled = new ArrayList<>();
    List<TransferTarget> others = new ArrayList<>();
    for (TransferTarget person : people) {
      if (!asked.contains(person.agent())) {
        boolean fits = skill.isEmpty() || person.skills().contains(skill);
        (fits ? skilled : others).add(person);
      }
    }
    skilled.addAll(others);
    loop.run(() -> then.done(skilled));
  }

  @Override
  public void claim(String agent, String offer, Loop loop, Completion<Boolean> then) {
    boolean claimed = claimed(agent, offer);
    loop.run(() -> then.done(claimed));
  }

  private synchronized boolean claimed(String agent, String offer) {
    Claim held = claims.get(agent);
    boolean free = held == null || held.offer().equals(offer) || held.untilNanos() <= clock.nanos();
    if (free) {
      claims.put(agent, new Claim(offer, clock.nanos() + lapse.toNanos()));
    }
    return free;
  }

  @Override
  public synchronized void release(String agent, String offer) {
    Claim held = claims.get(agent);
    if (held != null && held.offer().equals(offer)) {
      claims.remove(agent);
    }
  }
}
