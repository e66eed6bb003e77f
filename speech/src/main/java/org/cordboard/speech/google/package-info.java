/**
 * Google Cloud: Speech-to-Text v2 as a recogniser and Text-to-Speech as a voice. Google's shapes,
 * limits and errors are met here and nowhere else.
 */
@NullMarked
package org.cordboard.speech.google;

import org.jspecify.annotations.NullMarked;
