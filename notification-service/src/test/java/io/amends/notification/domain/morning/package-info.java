/** What a manager reads at eight. */
@NullMarked
package io.amends.notification.domain.morning;

import org.jspecify.annotations.NullMarked;
