/** What the door lets through, clean. */
@NullMarked
package io.amends.contracts.intake;

import org.jspecify.annotations.NullMarked;
