/** The connection to Redis and the embedded server that is there when none is named. */
@NullMarked
package org.cordboard.dialog.store;

import org.jspecify.annotations.NullMarked;
