package org.cordboard.sim.carrier;

import java.time.Instant;

/**
 * An entry of the carrier's debugger: something a customer of the carrier did wrong.
 *
 * @param at when
 * @param code the carrier's error code, such as 11200
 * @param text what, in words
 * @param callSid the leg concerned; empty when none
 */
public record CarrierNotice(Instant at, int code, String text, String callSid) {}
