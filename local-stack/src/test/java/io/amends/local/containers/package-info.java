/** Tests of an installation in containers. */
@NullMarked
package io.amends.local.containers;

import org.jspecify.annotations.NullMarked;
