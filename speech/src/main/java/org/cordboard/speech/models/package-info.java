/** Model files: those that come with the product and those that are fetched, each verified. */
@NullMarked
package org.cordboard.speech.models;

import org.jspecify.annotations.NullMarked;
