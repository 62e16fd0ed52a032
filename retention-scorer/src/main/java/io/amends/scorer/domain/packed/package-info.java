/** Numbers in as few bytes as they need. */
@NullMarked
package io.amends.scorer.domain.packed;

import org.jspecify.annotations.NullMarked;
