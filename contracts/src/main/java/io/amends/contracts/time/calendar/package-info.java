/** When somebody works: around the clock, or in office hours with holidays. */
@NullMarked
package io.amends.contracts.time.calendar;

import org.jspecify.annotations.NullMarked;
