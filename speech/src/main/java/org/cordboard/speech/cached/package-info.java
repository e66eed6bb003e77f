/**
 * Prompts that are said in every call, made once: a voice in front of the voice, which answers from
 * memory what it has been told is fixed.
 */
@NullMarked
package org.cordboard.speech.cached;

import org.jspecify.annotations.NullMarked;
