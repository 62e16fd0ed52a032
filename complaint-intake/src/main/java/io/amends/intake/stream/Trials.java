package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Arrival;
import io.amends.intake.domain.Directory;
import io.amends.intake.domain.Fingerprint;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.domain.Source;
import io.amends.intake.domain.Sources;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.streams.ExpiringKeys;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What would become of an event, by the same rules as if it had come in; nothing is written. */
public final class Trials {

  private final Admissions admissions;
  private final Sources sources;
  private final HotelClock clock;

  /**
   * Over the tables of this instance.
   *
   * @param properties rows of {@link IntakeTopology#PROPERTY_TABLE}
   * @param policies rows of {@link IntakeTopology#POLICY_TABLE}
   */
  public Trials(
      Function<String, byte @Nullable []> properties,
      Function<String, byte @Nullable []> policies,
      Sources sources,
      ContactKeys contactKeys,
      HotelClock clock) {
    this.admissions = new Admissions(new Tables(properties, policies), contactKeys);
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * What the rules say of a body that is as its schema has it.
   *
   * @param keys of the directory under which the guest is to be looked for, the surest first; empty
   *     if the guest is named or nothing tells it
   */
  public record Judged(Trial trial, List<String> keys, Instant at) {
    public Judged {
      keys = List.copyOf(keys);
    }
  }

  /** Judges a complaint or an interaction that would come in over HTTP now. */
  public synchronized Judged judge(InboundKind kind, UUID key, boolean history, byte[] body) {
    Instant now = clock.instant();
    Arrival arrival = new Arrival(sources.of(Source.HTTP), key, now, history);
    return switch (admissions.judge(kind, body, arrival)) {
      case Admissions.Judged.Refused(var flaws) -> new Judged(Trial.refused(flaws), List.of(), now);
      case Admissions.Judged.UnknownProperty(var property) ->
          new Judged(
              Trial.waiting(new Flaw("/propertyId", property, "a property of this chain")),
              List.of(),
              now);
      case Admissions.Judged.Admitted(var lookup, _, _) ->
          new Judged(
              accepted(lookup),
              lookup.named() == null ? lookup.next() : List.of(),
              Objects.requireNonNullElse(lookup.at(), now));
    };
  }

  private static Trial accepted(Lookup lookup) {
    ComplaintAccepted complaint = lookup.complaint();
    InteractionRecorded interaction = lookup.interaction();
    GuestId named = lookup.named();
    return new Trial(
        Trial.Result.ACCEPTED,
        List.of(),
        complaint == null ? interaction != null && interaction.history() : complaint.history(),
        named == null ? Trial.Who.NOBODY_KNOWN : Trial.Who.NAMED,
        named == null ? null : named.value(),
        complaint == null ? null : Trial.Meaning.of(complaint));
  }

  /**
   * What follows from what is kept of an event; null: it did not come before, or was refused.
   *
   * @param fingerprint of its body, by {@link Fingerprint}
   */
  public static @Nullable Trial before(byte @Nullable [] seenRow, long fingerprint) {
    if (seenRow == null) {
      return null;
    }
    SeenRow row = SeenFormat.read(ExpiringKeys.value(seenRow));
    if (row.result() != ArrivalOutcome.Result.ACCEPTED) {
      return null;
    }
    return repeated(row.fingerprint() == fingerprint);
  }

  /** What an id means that was let in before. */
  public static Trial repeated(boolean sameBody) {
    return sameBody ? Trial.duplicate() : Trial.refused(List.of(ArrivalsProcessor.usedBefore()));
  }

  /** In which store of the directory a key lies. */
  public static String storeOf(String key) {
    return WhoIsIt.isContact(key) ? IntakeTopology.CONTACT_OWNERS : IntakeTopology.DIRECTORY;
  }

  /**
   * Whether somebody is found under a key of the directory.
   *
   * @param row of the key's store; null: none
   */
  public static boolean finds(String key, Instant at, byte @Nullable [] row) {
    if (WhoIsIt.isContact(key)) {
      return OwnersFormat.read(row).whose().isPresent();
    }
    Directory known = DirectoryFormat.read(row == null ? null : ExpiringKeys.value(row));
    return (WhoIsIt.isStay(key) ? known.nearest(at) : known.at(at)).isPresent();
  }

  /** By what a guest is found under a key of the directory. */
  public static Trial.Who by(String key) {
    if (WhoIsIt.isContact(key)) {
      return Trial.Who.BY_CONTACT;
    }
    return WhoIsIt.isStay(key) ? Trial.Who.BY_STAY : Trial.Who.BY_ROOM;
  }
}
