/**
 * The conversation, in text: turns, prompts, what the AI decides to do next. Everything happens on
 * the call's loop; blocking work comes back as an event.
 */
@NullMarked
package org.cordboard.dialog;

import org.jspecify.annotations.NullMarked;
