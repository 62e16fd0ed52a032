/** Clocks of promises: until when, how much is left, and why. */
@NullMarked
package io.amends.contracts.time.clock;

import org.jspecify.annotations.NullMarked;
