/** What the model reads off the statistics of a guest: clues, and the evidence on a decision. */
@NullMarked
package io.amends.scorer.domain.reading;

import org.jspecify.annotations.NullMarked;
