/** The edge of the door. */
@NullMarked
package io.amends.intake.http;

import org.jspecify.annotations.NullMarked;
