/** The channel to telephones, over any gateway that takes HTTP. */
@NullMarked
package io.amends.notification.sms;

import org.jspecify.annotations.NullMarked;
