/** Makes a model from histories: fit, choose by what was not known, recalibrate. */
@NullMarked
package io.amends.scorer.domain.training;

import org.jspecify.annotations.NullMarked;
