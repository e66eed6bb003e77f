package org.cordboard.handoff;

import java.util.Set;

/**
 * A person who can be asked to take a call.
 *
 * @param agent the desk's id for them
 * @param name as told to the caller, such as "Sam"
 * @param address what is dialled: a telephone number in E.164 form
 * @param skills what they can take
 */
public record TransferTarget(String agent, String name, String address, Set<String> skills) {
  /** Copies the set. */
  public TransferTarget {
    skills = Set.copyOf(skills);
  }
}
