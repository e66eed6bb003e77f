/**
 * Bringing a person in: whom to ask, how to ring and brief them, how to join them to the caller,
 * and what happens when that fails. The coordinator is pure; its driver talks through two ports.
 */
@NullMarked
package org.cordboard.handoff;

import org.jspecify.annotations.NullMarked;
