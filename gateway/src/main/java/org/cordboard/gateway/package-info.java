/** The process: the one place where everything is wired together and started. */
@NullMarked
package org.cordboard.gateway;

import org.jspecify.annotations.NullMarked;
