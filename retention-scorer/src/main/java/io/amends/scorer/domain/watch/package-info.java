/** A guest under watch: what was heard moves the risk, and what is worth telling is told once. */
@NullMarked
package io.amends.scorer.domain.watch;

import org.jspecify.annotations.NullMarked;
