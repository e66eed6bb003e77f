/** Answers from the company's own documents: splitting, retrieval, what is not known. */
@NullMarked
package org.cordboard.dialog.knowledge;

import org.jspecify.annotations.NullMarked;
