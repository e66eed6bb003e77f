/** Tools and the authority to use them: levels, limits, confirmation, once only. */
@NullMarked
package org.cordboard.dialog.tools;

import org.jspecify.annotations.NullMarked;
