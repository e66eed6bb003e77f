/**
 * The carrier: its webhooks, signatures, documents, media protocol and REST API; nothing else knows
 * them.
 */
@NullMarked
package org.cordboard.gateway.twilio;

import org.jspecify.annotations.NullMarked;
