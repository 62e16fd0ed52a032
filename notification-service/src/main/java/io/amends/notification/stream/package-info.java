/** Gate and ledger, on the guest's own partition. */
@NullMarked
package io.amends.notification.stream;

import org.jspecify.annotations.NullMarked;
