package org.cordboard.gateway.call;

/**
 * What is said where there is no dialog.
 *
 * @param menu when there is no room for another conversation
 * @param menuSpeechless when our voice or our ears have failed in mid-call
 * @param connecting before a person is dialled directly
 * @param sorry when nothing can be done
 */
public record CallTexts(String menu, String menuSpeechless, String connecting, String sorry) {}
