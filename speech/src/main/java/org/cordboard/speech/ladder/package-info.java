/**
 * Engines one below the other, behind the same ports: when one fails or says nothing for too long,
 * the next takes over what is open, in the same call, and the caller loses nothing but a moment.
 * Which engine is to be trusted is decided by a breaker that all calls share.
 */
@NullMarked
package org.cordboard.speech.ladder;

import org.jspecify.annotations.NullMarked;
