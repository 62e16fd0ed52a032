/** Writing records from an edge. */
@NullMarked
package io.amends.kit.publish;

import org.jspecify.annotations.NullMarked;
