package org.cordboard.sim.carrier;

/**
 * What a number of the customer's does when it is called. URLs are absolute.
 *
 * @param voiceUrl asked for a document
 * @param voiceMethod GET or POST
 * @param fallbackUrl asked when that fails; empty for none
 * @param statusCallback told when a call has ended; empty for nobody
 */
public record NumberPlan(
    String voiceUrl, String voiceMethod, String fallbackUrl, String statusCallback) {}
