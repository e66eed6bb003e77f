/** What supervisors see: live calls and transcripts, as pages and as a feed. */
@NullMarked
package org.cordboard.gateway.console;

import org.jspecify.annotations.NullMarked;
