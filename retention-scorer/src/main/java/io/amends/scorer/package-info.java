/** The risk that a guest switches: streamed, explained, and judged on the chain's own past. */
@NullMarked
package io.amends.scorer;

import org.jspecify.annotations.NullMarked;
