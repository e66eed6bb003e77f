/** How well recognition works, in figures: word error rate and decode times over recordings. */
@NullMarked
package org.cordboard.speech.accuracy;

import org.jspecify.annotations.NullMarked;
