/** How what the gate lets through is carried to people, by whatever way. */
@NullMarked
package io.amends.notification.channel;

import org.jspecify.annotations.NullMarked;
