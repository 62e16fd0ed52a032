/** The risk that a guest switches, why, what it is worth, and when it will change by itself. */
@NullMarked
package io.amends.scorer.domain.score;

import org.jspecify.annotations.NullMarked;
