/** What a guest's words tell of what went wrong, and in which language; suggestions, no more. */
@NullMarked
package io.amends.intake.classification;

import org.jspecify.annotations.NullMarked;
