/** How a service reaches the cluster, and as whom. */
@NullMarked
package io.amends.kit.access;

import org.jspecify.annotations.NullMarked;
