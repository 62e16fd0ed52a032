@NullMarked
package io.amends.scorer.domain.statistics;

import org.jspecify.annotations.NullMarked;
