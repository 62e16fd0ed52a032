/** {@code ./amends bench deadlines}: durable deadlines from outside, over a real broker. */
@NullMarked
package io.amends.bench.deadlines;

import org.jspecify.annotations.NullMarked;
