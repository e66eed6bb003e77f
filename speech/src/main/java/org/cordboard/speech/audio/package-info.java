/** Audio as values: frames, formats, G.711 μ-law, sample-rate conversion, WAV files. Pure. */
@NullMarked
package org.cordboard.speech.audio;

import org.jspecify.annotations.NullMarked;
