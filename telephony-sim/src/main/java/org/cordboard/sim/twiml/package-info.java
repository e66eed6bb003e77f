/** The carrier's documents: parsed, checked, executed verb by verb. */
@NullMarked
package org.cordboard.sim.twiml;

import org.jspecify.annotations.NullMarked;
