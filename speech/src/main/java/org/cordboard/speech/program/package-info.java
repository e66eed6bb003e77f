/**
 * Voices that are programs of their own, installed by whoever wants them: a process for each
 * sentence, so that nothing of them is linked in and nothing that they do can break a call.
 */
@NullMarked
package org.cordboard.speech.program;

import org.jspecify.annotations.NullMarked;
