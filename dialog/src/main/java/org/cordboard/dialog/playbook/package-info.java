/** A company as a folder: persona, hours, texts, intents, rules, voice, desk and documents. */
@NullMarked
package org.cordboard.dialog.playbook;

import org.jspecify.annotations.NullMarked;
