package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestText;
import io.amends.intake.domain.Whereabouts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question or a fact for the directory, under one of its keys. Internal to intake.
 *
 * @param fact that somebody is there; null: it is a question
 * @param next under what to look if nobody is found here
 * @param at when the question's event happened
 */
@JsonTypeName("amends.intake.lookup.v1")
record Lookup(
    @Nullable Whereabouts fact,
    List<String> next,
    @Nullable Instant at,
    @Nullable ComplaintAccepted complaint,
    @Nullable InteractionRecorded interaction,
    @Nullable GuestText text,
    @Nullable Contact contact) {

  Lookup {
    next = List.copyOf(next);
  }

  static Lookup fact(Whereabouts fact) {
    return new Lookup(fact, List.of(), null, null, null, null, null);
  }

  Lookup under(List<String> keys) {
    return new Lookup(fact, keys, at, complaint, interaction, text, contact);
  }
}
