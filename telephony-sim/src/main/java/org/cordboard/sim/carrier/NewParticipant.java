package org.cordboard.sim.carrier;

import java.util.Set;
import org.cordboard.sim.twiml.Verb;

/**
 * A leg that the API wants dialled into a room.
 *
 * @param call whom to dial; its instructions are not used
 * @param seat on what terms it takes part; the room's name is not used
 * @param roomCallback where the room reports to, if nobody chose before
 */
public record NewParticipant(NewCall call, Verb.ConferenceTarget seat, RoomCallback roomCallback) {

  /** Where a room reports to. */
  public record RoomCallback(String url, String method, Set<String> events) {}
}
