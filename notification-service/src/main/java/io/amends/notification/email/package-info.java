/** The channel by mail: from the dispatch topic to the mail server. */
@NullMarked
package io.amends.notification.email;

import org.jspecify.annotations.NullMarked;
