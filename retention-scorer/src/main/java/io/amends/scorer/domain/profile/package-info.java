/** How each fact changes what is kept of a guest, in whatever order the facts are heard. */
@NullMarked
package io.amends.scorer.domain.profile;

import org.jspecify.annotations.NullMarked;
