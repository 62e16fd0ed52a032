@NullMarked
package io.amends.scorer.domain.fact;

import org.jspecify.annotations.NullMarked;
