/** What fits, and vouchers. */
@NullMarked
package io.amends.notification.domain.offer;

import org.jspecify.annotations.NullMarked;
