/** The one clock of the house: real in production, movable in tests and in the demo. */
@NullMarked
package io.amends.kit.clock;

import org.jspecify.annotations.NullMarked;
