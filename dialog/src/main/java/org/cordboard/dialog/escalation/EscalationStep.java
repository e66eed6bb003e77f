package org.cordboard.dialog.escalation;

import java.util.Optional;

/**
 * What one input led to.
 *
 * @param state to be handed in with the next input
 * @param escalation the strongest rule that fired, if one did
 */
public record EscalationStep(EscalationState state, Optional<Escalation> escalation) {}
