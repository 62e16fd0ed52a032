/** Durable deadlines: a projection of the state, told when they break. */
@NullMarked
package io.amends.kit.deadlines;

import org.jspecify.annotations.NullMarked;
