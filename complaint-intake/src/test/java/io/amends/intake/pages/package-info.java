/** Pages for guests. */
@NullMarked
package io.amends.intake.pages;

import org.jspecify.annotations.NullMarked;
