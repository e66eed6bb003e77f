package org.cordboard.sim.carrier;

import java.util.Optional;
import org.cordboard.sim.twiml.Verb;

/** What the API changes of a participant; what is empty stays as it is. */
public record ParticipantChange(
    Optional<Boolean> muted,
    Optional<Boolean> hold,
    Optional<Verb.Action> holdUrl,
    Optional<Boolean> endOnExit,
    Optional<Verb.Action> announce) {}
