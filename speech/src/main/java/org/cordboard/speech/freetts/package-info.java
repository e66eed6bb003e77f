/**
 * FreeTTS: speech in pure Java, always there. Its one diphone speaker is bent into several
 * distinguishable voices by pitch, pace and a shift of the formants.
 */
@NullMarked
package org.cordboard.speech.freetts;

import org.jspecify.annotations.NullMarked;
