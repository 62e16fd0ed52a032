/** How good probabilities turned out to be. */
@NullMarked
package io.amends.scorer.domain.quality;

import org.jspecify.annotations.NullMarked;
