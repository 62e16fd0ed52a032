/** Addresses and numbers as two of them are compared, and the hashes by which they are found. */
@NullMarked
package io.amends.intake.contact;

import org.jspecify.annotations.NullMarked;
