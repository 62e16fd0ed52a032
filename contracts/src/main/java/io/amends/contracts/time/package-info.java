/**
 * A place's own time: zones, business dates, quiet hours. Pure arithmetic on instants; nothing here
 * reads a clock, a default zone or a locale.
 */
@NullMarked
package io.amends.contracts.time;

import org.jspecify.annotations.NullMarked;
