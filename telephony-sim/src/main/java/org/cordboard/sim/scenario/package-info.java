/** Scenario files: what parties do and what is expected of a call. */
@NullMarked
package org.cordboard.sim.scenario;

import org.jspecify.annotations.NullMarked;
