/** What guests and staff are told, once each. */
@NullMarked
package io.amends.notification;

import org.jspecify.annotations.NullMarked;
