/**
 * What a process is given: settings read from HOCON and bound to validated records, secrets that
 * cannot be printed, the clock, the loop a call lives on, and the bounded workers that blocking
 * work runs on. No noun of telephony, speech or dialog is known here.
 */
@NullMarked
package org.cordboard.config;

import org.jspecify.annotations.NullMarked;
