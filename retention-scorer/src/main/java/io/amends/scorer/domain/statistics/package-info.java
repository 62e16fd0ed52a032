/** The few numbers that are kept of a guest, and how they lie in a store. */
@NullMarked
package io.amends.scorer.domain.statistics;

import org.jspecify.annotations.NullMarked;
