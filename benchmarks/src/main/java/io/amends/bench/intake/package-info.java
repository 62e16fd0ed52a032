/** How much the door takes, by HTTP and by topic, and what it does while the broker is frozen. */
@NullMarked
package io.amends.bench.intake;

import org.jspecify.annotations.NullMarked;
