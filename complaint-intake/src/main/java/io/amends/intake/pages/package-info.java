/** What guests see: the form behind a link or a QR code, and what became of their complaint. */
@NullMarked
package io.amends.intake.pages;

import org.jspecify.annotations.NullMarked;
