/**
 * Where gateway and simulator meet: the {@code cordboard} command, the demo, and what needs both
 * sides. Nothing depends on it.
 */
@NullMarked
package org.cordboard.lab;

import org.jspecify.annotations.NullMarked;
