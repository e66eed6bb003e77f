/** A carrier on a laptop: the simulator's assembly and its options. */
@NullMarked
package org.cordboard.sim;

import org.jspecify.annotations.NullMarked;
