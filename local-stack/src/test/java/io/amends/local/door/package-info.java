/** Files on their way to the front door. */
@NullMarked
package io.amends.local.door;

import org.jspecify.annotations.NullMarked;
