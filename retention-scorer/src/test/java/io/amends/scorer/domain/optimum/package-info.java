@NullMarked
package io.amends.scorer.domain.optimum;

import org.jspecify.annotations.NullMarked;
