/** Figures for operations. */
@NullMarked
package io.amends.kit.metrics;

import org.jspecify.annotations.NullMarked;
