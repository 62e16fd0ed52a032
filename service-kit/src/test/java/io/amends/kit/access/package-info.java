/** Tests of how the cluster is called. */
@NullMarked
package io.amends.kit.access;

import org.jspecify.annotations.NullMarked;
