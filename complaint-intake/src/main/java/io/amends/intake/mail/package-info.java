/** Mailboxes as a way in: a mail becomes a complaint, once, and is lost in no case. */
@NullMarked
package io.amends.intake.mail;

import org.jspecify.annotations.NullMarked;
