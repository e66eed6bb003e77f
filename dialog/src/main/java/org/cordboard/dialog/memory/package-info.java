/** What is remembered of a caller across calls. */
@NullMarked
package org.cordboard.dialog.memory;

import org.jspecify.annotations.NullMarked;
