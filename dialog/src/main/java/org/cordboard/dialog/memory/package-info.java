/** What is remembered of a customer across calls. */
@NullMarked
package org.cordboard.dialog.memory;

import org.jspecify.annotations.NullMarked;
