/** The people on the telephones: simulated callers and agents with voices and ears. */
@NullMarked
package org.cordboard.sim.party;

import org.jspecify.annotations.NullMarked;
