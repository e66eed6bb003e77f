/** The media edge: stream sockets with their own wire codec, pacing, marks and clear. */
@NullMarked
package org.cordboard.sim.media;

import org.jspecify.annotations.NullMarked;
