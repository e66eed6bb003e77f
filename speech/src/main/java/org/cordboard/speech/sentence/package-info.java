/**
 * Voices that make a whole sentence at a time and block meanwhile, as engines on this machine do: a
 * text is cut at its sentences, each is made on a worker, levelled and narrowed for the telephone,
 * so that the first is heard while the second is made.
 */
@NullMarked
package org.cordboard.speech.sentence;

import org.jspecify.annotations.NullMarked;
