/** What the last gate and the mails do in bulk, and whether any is lost or doubled by crashes. */
@NullMarked
package io.amends.bench.notifications;

import org.jspecify.annotations.NullMarked;
