/** Speech from and into files: transcribing recordings, saying text into a WAV. */
@NullMarked
package org.cordboard.speech.file;

import org.jspecify.annotations.NullMarked;
