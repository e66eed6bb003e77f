/** Listeners, routes, health, authentication, and the Vert.x twin of the system clock. */
@NullMarked
package org.cordboard.gateway.http;

import org.jspecify.annotations.NullMarked;
