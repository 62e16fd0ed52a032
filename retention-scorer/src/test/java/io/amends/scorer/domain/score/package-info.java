@NullMarked
package io.amends.scorer.domain.score;

import org.jspecify.annotations.NullMarked;
