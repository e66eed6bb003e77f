package org.cordboard.dialog;

import java.util.Locale;

/**
 * What is known of a call when it begins.
 *
 * @param call its id
 * @param from the caller's number as the carrier gave it; may be withheld text; never logged
 * @param to the number dialled
 * @param language the language spoken
 * @param recorded true when the call is recorded, so that the notice says it
 */
public record CallContext(CallId call, String from, String to, Locale language, boolean recorded) {}
