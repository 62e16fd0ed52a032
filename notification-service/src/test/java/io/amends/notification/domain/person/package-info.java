/** One person, several ids. */
@NullMarked
package io.amends.notification.domain.person;

import org.jspecify.annotations.NullMarked;
