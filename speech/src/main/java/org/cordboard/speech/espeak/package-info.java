/**
 * eSpeak NG, a small voice of more than a hundred languages, when it is installed: its own program
 * (it is under the GPL), one process a sentence, so that nothing of it is linked in or shipped.
 */
@NullMarked
package org.cordboard.speech.espeak;

import org.jspecify.annotations.NullMarked;
