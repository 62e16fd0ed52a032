/** Offers: what fits, who may afford it, and vouchers that are redeemed once. */
@NullMarked
package io.amends.notification.domain.offer;

import org.jspecify.annotations.NullMarked;
