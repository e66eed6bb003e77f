/** When somebody speaks and when a turn has ended: pure decisions over samples, no clock. */
@NullMarked
package org.cordboard.speech.turn;

import org.jspecify.annotations.NullMarked;
