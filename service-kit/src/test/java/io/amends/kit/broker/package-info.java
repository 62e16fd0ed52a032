/** A real broker for tests. */
@NullMarked
package io.amends.kit.broker;

import org.jspecify.annotations.NullMarked;
