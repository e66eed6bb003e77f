/** The carrier's REST API for calls, conferences and participants. */
@NullMarked
package org.cordboard.sim.rest;

import org.jspecify.annotations.NullMarked;
