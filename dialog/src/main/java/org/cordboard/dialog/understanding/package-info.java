/** What a turn means: intent, slots, mood, and the signals that the escalation rules read. */
@NullMarked
package org.cordboard.dialog.understanding;

import org.jspecify.annotations.NullMarked;
