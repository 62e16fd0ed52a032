/** Mails as people, programs and strangers write them. */
@NullMarked
package io.amends.intake.mail;

import org.jspecify.annotations.NullMarked;
