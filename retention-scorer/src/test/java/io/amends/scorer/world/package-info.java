/** A hotel chain that never was, whose guests' hearts are known. */
@NullMarked
package io.amends.scorer.world;

import org.jspecify.annotations.NullMarked;
