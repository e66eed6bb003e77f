/**
 * Vosk: streaming recognition with partials, word times and confidence. The native engine crashes
 * the process when misused (null model, use after close, two threads), so every touch of it goes
 * through one chain of tasks per utterance.
 */
@NullMarked
package org.cordboard.speech.vosk;

import org.jspecify.annotations.NullMarked;
