/** The composition root of speech: from settings to the parts that were asked for. */
@NullMarked
package org.cordboard.speech.wiring;

import org.jspecify.annotations.NullMarked;
