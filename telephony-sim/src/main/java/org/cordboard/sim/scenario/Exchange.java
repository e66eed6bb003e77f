package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.sim.party.Party;

/**
 * What a scenario needs of a carrier. Every method is called on {@link #loop}, the simulator's own,
 * on which the carrier calls its parties too.
 */
public interface Exchange {

  /** The simulator's loop. */
  Loop loop();

  /**
   * Places a call: the number {@code to} is rung, and {@code caller} is connected when its other
   * side has answered.
   *
   * @param placed done with the caller leg's SID, before the first webhook goes out; failed when
   *     the carrier will not place it
   */
  void place(String from, String to, Party caller, Completion<String> placed);

  /**
   * Puts somebody behind a telephone number. Each leg that rings there asks for a party of its own;
   * a later registration of the same number takes the place of the earlier.
   */
  void register(String number, Supplier<Party> person);

  /** Takes the number out of service. */
  void unregister(String number);

  /**
   * What the carrier complained of while it served the call: bad documents, failed webhooks, wrong
   * media messages; one line each, oldest first.
   */
  List<String> notices(String callSid);

  /**
   * The call's stereo recording as heard at the media edge (left: what the caller said, right: what
   * the caller heard); complete once the call has ended, empty when none was made.
   */
  Optional<Path> recording(String callSid);
}
