/** Measurements behind {@code ./amends bench}. */
@NullMarked
package io.amends.local.bench;

import org.jspecify.annotations.NullMarked;
