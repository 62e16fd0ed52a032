@NullMarked
package io.amends.scorer.domain.training;

import org.jspecify.annotations.NullMarked;
