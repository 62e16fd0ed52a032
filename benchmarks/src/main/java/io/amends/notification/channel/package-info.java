/** In the service's own package, since nobody else can switch a safeguard off. */
@NullMarked
package io.amends.notification.channel;

import org.jspecify.annotations.NullMarked;
