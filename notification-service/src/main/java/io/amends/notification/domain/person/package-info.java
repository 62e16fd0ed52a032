/** Several ids that are one person: what holds for one of them holds for all. */
@NullMarked
package io.amends.notification.domain.person;

import org.jspecify.annotations.NullMarked;
