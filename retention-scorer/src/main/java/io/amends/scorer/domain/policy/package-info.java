/** What the chain has decided about risk: when it counts, and what a guest is worth. */
@NullMarked
package io.amends.scorer.domain.policy;

import org.jspecify.annotations.NullMarked;
