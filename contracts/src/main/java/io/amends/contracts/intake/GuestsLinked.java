package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import java.time.Instant;

/**
 * Two guest ids are one person. Told under each of them, so that whoever keeps something of either
 * hears it. What is under way under the old id stays there; undoing it is no goal.
 *
 * @param from the id that was
 * @param to the id that is
 * @param source which system told us
 */
@JsonTypeName("amends.intake.guests-linked.v1")
public record GuestsLinked(GuestId from, GuestId to, String source, Instant occurredAt) {}
