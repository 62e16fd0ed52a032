/** The only door: whatever comes in is accepted once and published clean, or refused and kept. */
@NullMarked
package io.amends.intake;

import org.jspecify.annotations.NullMarked;
