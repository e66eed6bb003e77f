/** Silero's voice-activity model on ONNX Runtime: one session for the process, a state per call. */
@NullMarked
package org.cordboard.speech.silero;

import org.jspecify.annotations.NullMarked;
