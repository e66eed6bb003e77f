/** Recordings: stereo files written off the loop. */
@NullMarked
package org.cordboard.gateway.recording;

import org.jspecify.annotations.NullMarked;
