package org.cordboard.handoff;

import java.util.List;
import java.util.Set;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;

/** Presence and claims of the people who can take calls. Answers on the loop given. */
public interface AgentDesk {

  /**
   * Who can be asked, in the order to ask them; nobody who was asked for this transfer ({@code
   * asked}).
   */
  void candidates(
      String skill, Set<String> asked, Loop loop, Completion<List<TransferTarget>> then);

  /** Reserves an agent for an offer; false when somebody else has them. Expires by itself. */
  void claim(String agent, String offer, Loop loop, Completion<Boolean> then);

  /** Gives a reservation back. */
  void release(String agent, String offer);
}
