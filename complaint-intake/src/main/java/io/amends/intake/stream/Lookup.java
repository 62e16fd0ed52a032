package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestText;
import io.amends.intake.domain.Found;
import io.amends.intake.domain.Identified;
import io.amends.intake.domain.Whereabouts;
import io.amends.intake.domain.WhoIsIt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question or a fact for the directory, under one of its keys. Internal to intake.
 *
 * @param fact that somebody is there; null: it is a question
 * @param named whom the source named; then only the stay is asked for
 * @param next under what to look, the surest first
 * @param found who was found, where it is still to be seen whether that id was joined to another
 * @param at when the question's event happened
 * @param quietFor of a failure that a system saw: how long the same opens no other complaint
 */
@JsonTypeName("amends.intake.lookup.v1")
record Lookup(
    @Nullable Whereabouts fact,
    @Nullable GuestId named,
    List<String> next,
    @Nullable Instant at,
    @Nullable ComplaintAccepted complaint,
    @Nullable InteractionRecorded interaction,
    @Nullable GuestText text,
    @Nullable Contact contact,
    @Nullable Found found,
    @Nullable Duration quietFor) {

  Lookup {
    next = List.copyOf(next);
  }

  static Lookup fact(Whereabouts fact) {
    return new Lookup(fact, null, List.of(), null, null, null, null, null, null, null);
  }

  static Lookup question(
      WhoIsIt who,
      @Nullable ComplaintAccepted complaint,
      @Nullable InteractionRecorded interaction,
      @Nullable GuestText text,
      @Nullable Contact contact) {
    return new Lookup(
        null, who.named(), who.keys(), who.at(), complaint, interaction, text, contact, null, null);
  }

  /** The same, of a failure that a system saw. */
  Lookup quietFor(Duration time) {
    return new Lookup(fact, named, next, at, complaint, interaction, text, contact, found, time);
  }

  /** The same without its complaint. */
  Lookup interactionAlone() {
    return new Lookup(fact, named, next, at, null, interaction, text, contact, found, null);
  }

  /** The same without what it was seen in. */
  Lookup complaintAlone() {
    return new Lookup(fact, named, next, at, complaint, null, null, contact, found, quietFor);
  }

  /** No complaint, but a moment of a case's guest, with the same words. */
  Lookup heardAgain(InteractionRecorded moment) {
    return new Lookup(null, moment.guestId(), List.of(), at, null, moment, text, null, null, null);
  }

  /** A complaint whose guest is known and that nobody has made lately. */
  Lookup heard() {
    return new Lookup(null, named, List.of(), at, complaint, null, null, null, found, null);
  }

  /** The same question, to be asked under the keys that are left. */
  Lookup underTheNext() {
    return new Lookup(
        fact,
        named,
        next.subList(1, next.size()),
        at,
        complaint,
        interaction,
        text,
        contact,
        found,
        quietFor);
  }

  /** Whether this is whom the question is about. */
  boolean isAbout(Whereabouts found) {
    return named == null || named.equals(found.guestId());
  }

  /** The same question, to be asked where that guest's id may have been joined to another. */
  Lookup whetherMoved(Found maybe) {
    List<String> there = List.of(WhoIsIt.guestKey(maybe.guestId()));
    return new Lookup(
        null, named, there, at, complaint, interaction, text, contact, maybe, quietFor);
  }

  /** The same with who was found. */
  Lookup answered(Found found) {
    return new Lookup(
        null,
        named,
        List.of(),
        at,
        complaint == null ? null : Identified.complaint(complaint, found),
        interaction == null ? null : Identified.interaction(interaction, found),
        text,
        contact,
        found,
        quietFor);
  }
}
