/** What is let in, and who the guest is. Nothing here knows Kafka, Spring or JSON. */
@NullMarked
package io.amends.intake.domain;

import org.jspecify.annotations.NullMarked;
