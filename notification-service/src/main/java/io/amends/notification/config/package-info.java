/** How the service is put together. */
@NullMarked
package io.amends.notification.config;

import org.jspecify.annotations.NullMarked;
