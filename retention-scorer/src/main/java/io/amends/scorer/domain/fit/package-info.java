/** What a chain's own history teaches: the parameters that explain it best. */
@NullMarked
package io.amends.scorer.domain.fit;

import org.jspecify.annotations.NullMarked;
