@NullMarked
package io.amends.scorer.domain.policy;

import org.jspecify.annotations.NullMarked;
