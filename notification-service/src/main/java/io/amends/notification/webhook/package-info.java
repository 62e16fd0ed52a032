/** The channel to other systems: signed deliveries over HTTP. */
@NullMarked
package io.amends.notification.webhook;

import org.jspecify.annotations.NullMarked;
