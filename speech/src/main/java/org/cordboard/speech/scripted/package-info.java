/**
 * Speech that travels in the audio and needs no engine to be understood: for tests, virtual time,
 * load, and the truth about which words were heard. Words become noise-like frames of constant
 * energy whose sample signs spell them; μ-law and ducking leave signs alone, and two voices at once
 * are unreadable, as overlap should be.
 */
@NullMarked
package org.cordboard.speech.scripted;

import org.jspecify.annotations.NullMarked;
