/**
 * Piper, a neural voice that runs on this machine. It is optional: its library contains espeak-ng,
 * which is under the GPL-3, so it neither comes with the product nor is compiled against; whoever
 * wants it names the library's JAR and a voice's model in the settings.
 */
@NullMarked
package org.cordboard.speech.piper;

import org.jspecify.annotations.NullMarked;
