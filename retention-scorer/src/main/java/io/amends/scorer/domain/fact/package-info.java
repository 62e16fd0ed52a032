/**
 * What the scorer hears of a guest, in the hotel's words; whoever reads a topic or a file
 * translates into this.
 */
@NullMarked
package io.amends.scorer.domain.fact;

import org.jspecify.annotations.NullMarked;
