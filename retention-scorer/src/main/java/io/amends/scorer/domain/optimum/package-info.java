/** Where functions are greatest, by optimisers that others keep well. */
@NullMarked
package io.amends.scorer.domain.optimum;

import org.jspecify.annotations.NullMarked;
