/**
 * Hearing and speaking, as ports: recognisers turn frames into transcripts, synthesisers turn text
 * into frames. Each vendor has a package of its own and is normalised there and nowhere else.
 */
@NullMarked
package org.cordboard.speech;

import org.jspecify.annotations.NullMarked;
