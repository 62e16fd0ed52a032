/** What was told, to be looked up. */
@NullMarked
package io.amends.notification.http;

import org.jspecify.annotations.NullMarked;
