/** Figures for operations, and what keeps them few. */
@NullMarked
package io.amends.kit.metrics;

import org.jspecify.annotations.NullMarked;
