/** Making a model from the chain's own log, and publishing what comes of it. */
@NullMarked
package io.amends.scorer.fitting;

import org.jspecify.annotations.NullMarked;
