/** How likely a guest is to switch, and why. */
@NullMarked
package io.amends.contracts.retention;

import org.jspecify.annotations.NullMarked;
