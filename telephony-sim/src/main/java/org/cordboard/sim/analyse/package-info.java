/** Measuring from recordings alone. */
@NullMarked
package org.cordboard.sim.analyse;

import org.jspecify.annotations.NullMarked;
