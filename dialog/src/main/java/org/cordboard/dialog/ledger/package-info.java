/** The ordered record of one call: entries, durability, readings. */
@NullMarked
package org.cordboard.dialog.ledger;

import org.jspecify.annotations.NullMarked;
