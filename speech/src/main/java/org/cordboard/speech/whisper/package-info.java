/**
 * OpenAI's Whisper through whisper.cpp: real English recognition without key or network. It decodes
 * whole utterances, so it gives no partials; what it is known to get wrong (short audio, endless
 * repetition, words invented for noise) is dealt with here and nowhere else.
 */
@NullMarked
package org.cordboard.speech.whisper;

import org.jspecify.annotations.NullMarked;
