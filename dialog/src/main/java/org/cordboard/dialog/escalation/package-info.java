/**
 * The rules that bring a person in (R11 to R16): pure, outside any prompt, each with an id and an
 * effect.
 */
@NullMarked
package org.cordboard.dialog.escalation;

import org.jspecify.annotations.NullMarked;
