@NullMarked
package io.amends.scorer.domain.fit;

import org.jspecify.annotations.NullMarked;
