/**
 * Reading aloud: from text as people write it to words as people say them, by a table of rules per
 * language, with the place of every spoken character in the written text kept. Pure.
 */
@NullMarked
package org.cordboard.speech.text;

import org.jspecify.annotations.NullMarked;
