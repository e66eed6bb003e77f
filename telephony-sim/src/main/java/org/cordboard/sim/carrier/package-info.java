/** Calls, legs, conferences and the 20 ms clock that moves their audio; webhooks, signed. */
@NullMarked
package org.cordboard.sim.carrier;

import org.jspecify.annotations.NullMarked;
