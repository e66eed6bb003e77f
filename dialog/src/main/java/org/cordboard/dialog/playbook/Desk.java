package org.cordboard.dialog.playbook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people who can take a call: {@code desk.conf}.
 *
 * @param agents in the order in which they are asked
 * @param fallbackNumber rung when none of them answers, and when nothing else works; E.164
 */
public record Desk(List<Agent> agents, String fallbackNumber) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Checks ids and numbers. */
  public Desk {
    if (agents.isEmpty()) {
      throw new IllegalArgumentException("'agents' is empty; name one person at least");
    }
    requireNumber("fallback-number", fallbackNumber);
    Set<String> ids = new HashSet<>();
    for (Agent agent : agents) {
      if (!ids.add(agent.id())) {
        throw new IllegalArgumentException(
            "agent id '" + agent.id() + "' is used twice; give each person an id of their own");
      }
    }
  }

  /**
   * A person with a telephone.
   *
   * @param id never changes; letters, digits, hyphens
   * @param name as callers may hear it
   * @param number E.164, {@code +15550100}
   * @param skills such as {@code billing}
   */
  public record Agent(String id, String name, String number, List<String> skills) {
    /** Checks the forms. */
    public Agent {
      if (!id.matches("[A-Za-z0-9-]{1,32}")) {
        throw new IllegalArgumentException(
            "agent id '" + id + "' must be 1 to 32 letters, digits or hyphens");
      }
      requireNumber("number", number);
    }
  }

  /** The first person with the skill; any person when {@code skill} is empty or nobody has it. */
  public Agent first(String skill) {
    Optional<Agent> skilled =
        agents.stream().filter(agent -> agent.skills().contains(skill)).findFirst();
    return skilled.orElse(agents.get(0));
  }

  /** Every skill that somebody has. */
  public Set<String> skills() {
    Set<String> all = new HashSet<>();
    agents.forEach(agent -> all.addAll(agent.skills()));
    return Set.copyOf(all);
  }

  private static void requireNumber(String key, String number) {
    if (!E164.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "'" + key + " = " + number + "' is not a telephone number; write it as +15550100");
    }
  }
}
