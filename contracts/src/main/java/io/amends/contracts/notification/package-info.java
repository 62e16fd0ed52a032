/** What guests and staff were told. */
@NullMarked
package io.amends.contracts.notification;

import org.jspecify.annotations.NullMarked;
