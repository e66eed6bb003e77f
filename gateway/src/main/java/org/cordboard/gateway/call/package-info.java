/**
 * A call while it lives: the session on its loop and the collaborators that it routes events
 * between.
 */
@NullMarked
package org.cordboard.gateway.call;

import org.jspecify.annotations.NullMarked;
