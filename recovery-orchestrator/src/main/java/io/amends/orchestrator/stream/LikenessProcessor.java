package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.EventType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.SameMatter.Suggested;
import io.amends.contracts.recovery.Sighting;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.orchestrator.domain.Likenesses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Looks, hotel by hotel, for cases that may be about the same, whoever the guests are, and asks
 * both to show it. Its rows are as old as such a look reaches back.
 */
final class LikenessProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  static final String SIGHTINGS = "sightings";

  private static final String SOURCE = "amends/recovery-orchestrator";

  private final DeadLetters deadLetters = DeadLetters.of(RecoveryTopology.LIKENESS);
  private KeyValueStore<String, byte[]> sightings;
  private PoliciesInForce policies;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    sightings = context.getStateStore(SIGHTINGS);
    ReadOnlyKeyValueStore<String, byte[]> policyTable =
        context.getStateStore(RecoveryProcessor.POLICIES);
    policies = new PoliciesInForce(policyTable::get);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> look(record));
  }

  private Runnable look(Record<byte[], byte[]> record) {
    Sighting seen = Json.read(record.value(), Sighting.class);
    EventHeaders headers = EventHeaders.read(record.headers());
    Duration within = policies.chain().duplicates().suggest().within();
    List<Sighting> known = new ArrayList<>();
    List<String> old = new ArrayList<>();
    String hotel = seen.propertyId().value() + '/';
    try (KeyValueIterator<String, byte[]> rows =
        sightings.prefixScan(hotel, Serdes.String().serializer())) {
      rows.forEachRemaining(
          row -> {
            Sighting other = Json.read(row.value, Sighting.class);
            if (other.detectedAt().plus(within.multipliedBy(2)).isBefore(seen.detectedAt())) {
              old.add(row.key);
            } else {
              known.add(other);
            }
          });
    }
    List<Record<byte[], byte[]>> asked = new ArrayList<>();
    for (Suggested other : Likenesses.of(seen, known, within)) {
      asked.add(suggest(seen.of(), other, headers, seen.detectedAt()));
      asked.add(
          suggest(
              other.other(), new Suggested(seen.of(), other.alike()), headers, seen.detectedAt()));
    }
    byte[] row = Json.bytes(seen);
    return () -> {
      old.forEach(sightings::delete);
      sightings.put(hotel + seen.of().caseId().value(), row);
      asked.forEach(command -> context().forward(command, RecoveryTopology.SUGGESTIONS));
    };
  }

  private static Record<byte[], byte[]> suggest(
      CaseRef to, Suggested other, EventHeaders cause, Instant seenAt) {
    String id = "%s/like/%s".formatted(to.caseId().value(), other.other().caseId().value());
    CommandAsked command =
        new CommandAsked(
            id,
            to.guestId(),
            to.caseId(),
            Verb.SUGGEST_DUPLICATE,
            Actor.system("amends"),
            Role.SYSTEM,
            Set.of("*"),
            CommandAsked.Details.of(other));
    return new Record<>(
        Keys.bytes(to.guestId().value()),
        Json.bytes(command),
        0,
        EventHeaders.following(
                cause.asOrigin(), id, SOURCE, EventType.of(CommandAsked.class), seenAt)
            .write());
  }
}
