/** Personal data found and masked before it is stored, sent or shown. Pure. */
@NullMarked
package org.cordboard.dialog.privacy;

import org.jspecify.annotations.NullMarked;
