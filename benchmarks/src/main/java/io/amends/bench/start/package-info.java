/** {@code ./amends bench start}. */
@NullMarked
package io.amends.bench.start;

import org.jspecify.annotations.NullMarked;
