@NullMarked
package io.amends.scorer.domain.kernel;

import org.jspecify.annotations.NullMarked;
