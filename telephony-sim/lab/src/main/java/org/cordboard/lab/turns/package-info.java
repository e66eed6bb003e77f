/**
 * Turns with hesitations, to try the end of a turn on: texts, a model of hesitation, voices, the
 * corpus as files, and the trial of an endpointer on it.
 */
@NullMarked
package org.cordboard.lab.turns;

import org.jspecify.annotations.NullMarked;
