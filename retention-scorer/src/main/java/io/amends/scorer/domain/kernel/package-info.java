/**
 * How often a guest buys and when a guest stops: the published buy-till-you-die models, in logs.
 *
 * <p>Time has no unit in here; a model and the purchases it judges must share one.
 */
@NullMarked
package io.amends.scorer.domain.kernel;

import org.jspecify.annotations.NullMarked;
