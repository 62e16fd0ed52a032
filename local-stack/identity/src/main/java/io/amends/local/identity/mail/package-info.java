/** Mails that the local stack sends: caught, kept for a while, shown. */
@NullMarked
package io.amends.local.identity.mail;

import org.jspecify.annotations.NullMarked;
