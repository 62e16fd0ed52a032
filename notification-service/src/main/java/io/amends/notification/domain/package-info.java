/** What is to be told, and whether it may be told now. Nothing here knows Kafka or Spring. */
@NullMarked
package io.amends.notification.domain;

import org.jspecify.annotations.NullMarked;
