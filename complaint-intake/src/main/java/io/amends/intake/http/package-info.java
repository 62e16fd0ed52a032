/** The door over HTTP. */
@NullMarked
package io.amends.intake.http;

import org.jspecify.annotations.NullMarked;
