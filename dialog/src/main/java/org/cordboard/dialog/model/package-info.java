/**
 * The language model's client: one port, a built-in model without network and any OpenAI-compatible
 * endpoint.
 */
@NullMarked
package org.cordboard.dialog.model;

import org.jspecify.annotations.NullMarked;
