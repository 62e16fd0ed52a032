package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.EventType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.Sighting;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.time.NightAudit;
import io.amends.contracts.time.PropertyTime;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Tells the cases of a hotel that its night audit was run, and new cases of the one just past. */
final class NightAudits {

  /** Ours: no tier looks further ahead than two business dates, and one has 25 hours at most. */
  static final Duration WAITED_FOR = Duration.ofHours(50);

  /** Ours: an audit that far away is not of the night in which a case became known. */
  private static final Duration SAME_NIGHT = Duration.ofHours(12);

  /** Ours: of the night before, of this one, and one that was corrected. */
  private static final int KEPT = 3;

  private final KeyValueStore<String, byte[]> rows;
  private final KeyValueStore<String, byte[]> sightings;
  private final Function<String, byte @Nullable []> hotels;

  NightAudits(
      KeyValueStore<String, byte[]> rows,
      KeyValueStore<String, byte[]> sightings,
      Function<String, byte @Nullable []> hotels) {
    this.rows = rows;
    this.sightings = sightings;
    this.hotels = hotels;
  }

  /** What is asked of cases, and the row to write. */
  record Told(List<Record<byte[], byte[]>> commands, Runnable write) {}

  /**
   * All cases of the hotel that may still wait for a business date.
   *
   * @throws IllegalArgumentException if nobody knows the hotel, or the audit can't have begun that
   *     date there
   */
  Told run(NightAuditRun run, Origin origin) {
    NightAudit audit = new NightAudit(run.businessDate(), run.at());
    PropertyTime _ = time(run).withAudit(run.businessDate(), run.at());
    String hotel = run.propertyId().value();
    List<Record<byte[], byte[]>> commands = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> seen =
        sightings.prefixScan(hotel + '/', Serdes.String().serializer())) {
      seen.forEachRemaining(
          row -> {
            Sighting known = Json.read(row.value, Sighting.class);
            if (known.detectedAt().plus(WAITED_FOR).isAfter(run.at())) {
              commands.add(command(known, audit, origin));
            }
          });
    }
    List<NightAudit> kept =
        Stream.concat(
                known(hotel).stream()
                    .filter(other -> !other.opened().equals(audit.opened()))
                    .skip(Math.max(0, known(hotel).size() - KEPT + 1L)),
                Stream.of(audit))
            .toList();
    byte[] row = Json.bytes(kept);
    return new Told(commands, () -> rows.put(hotel, row));
  }

  private PropertyTime time(NightAuditRun run) {
    byte @Nullable [] row = hotels.apply(run.propertyId().value());
    if (row == null) {
      throw new IllegalArgumentException(
          "propertyId: %s (expected: a hotel that reference data names)"
              .formatted(run.propertyId()));
    }
    PropertyReference hotel = Json.read(row, PropertyReference.class);
    return new PropertyTime(hotel.zone(), hotel.dateRoll());
  }

  /** A case that became known in the night of an audit. */
  List<Record<byte[], byte[]>> since(Sighting seen, Origin origin) {
    return known(seen.propertyId().value()).stream()
        .filter(audit -> isOfThatNight(audit.at(), seen.detectedAt()))
        .map(audit -> command(seen, audit, origin))
        .toList();
  }

  private static boolean isOfThatNight(Instant audit, Instant detected) {
    return Duration.between(audit, detected).abs().compareTo(SAME_NIGHT) <= 0;
  }

  private List<NightAudit> known(String hotel) {
    byte[] row = rows.get(hotel);
    return row == null ? List.of() : Arrays.asList(Json.read(row, NightAudit[].class));
  }

  private static Record<byte[], byte[]> command(Sighting seen, NightAudit audit, Origin origin) {
    String id = "%s/roll/%s/%s".formatted(seen.of().caseId().value(), audit.opened(), audit.at());
    CommandAsked command =
        new CommandAsked(
            id,
            seen.of().guestId(),
            seen.of().caseId(),
            Verb.ROLL_DATE,
            Actor.system("amends"),
            Role.SYSTEM,
            Set.of("*"),
            CommandAsked.Details.of(audit));
    return new Record<>(
        Keys.bytes(seen.of().guestId().value()),
        Json.bytes(command),
        0,
        EventHeaders.following(
                origin,
                id,
                LikenessProcessor.SOURCE,
                EventType.of(CommandAsked.class),
                seen.detectedAt())
            .write());
  }
}
