/** From the inbound topics to the clean ones. */
@NullMarked
package io.amends.intake.stream;

import org.jspecify.annotations.NullMarked;
