/** Measurements behind {@code ./amends bench}, in a process and with a heap of their own. */
@NullMarked
package io.amends.bench;

import org.jspecify.annotations.NullMarked;
