/**
 * Flite, Carnegie Mellon's small voice, when it is installed: its own program, one process a
 * sentence, so that nothing of it is linked in and nothing that it does can break a call. English.
 */
@NullMarked
package org.cordboard.speech.flite;

import org.jspecify.annotations.NullMarked;
