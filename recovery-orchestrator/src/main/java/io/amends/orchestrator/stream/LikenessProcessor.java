package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.EventType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.SameMatter.Suggested;
import io.amends.contracts.recovery.Sighting;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.orchestrator.domain.Likenesses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
 * both to show it; and tells cases that their hotel's night audit was run. Its rows are as old as
 * such a look reaches back.
 */
final class LikenessProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  static final String SIGHTINGS = "sightings";
  static final String AUDITS = "night-audits";

  static final String SOURCE = "amends/recovery-orchestrator";
  private static final String AUDIT = EventType.of(NightAuditRun.class);

  private final DeadLetters deadLetters = DeadLetters.of(RecoveryTopology.LIKENESS);
  private KeyValueStore<String, byte[]> sightings;
  private PoliciesInForce policies;
  private NightAudits audits;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    sightings = context.getStateStore(SIGHTINGS);
    ReadOnlyKeyValueStore<String, byte[]> policyTable =
        context.getStateStore(RecoveryProcessor.POLICIES);
    policies = new PoliciesInForce(policyTable::get);
    ReadOnlyKeyValueStore<String, byte[]> hotels =
        context.getStateStore(RecoveryProcessor.PROPERTIES);
    KeyValueStore<String, byte[]> rows = context.getStateStore(AUDITS);
    audits = new NightAudits(rows, sightings, hotels::get);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    EventHeaders headers = EventHeaders.read(record.headers());
    if (headers.type().equals(AUDIT)) {
      NightAuditRun run = Json.read(record.value(), NightAuditRun.class);
      NightAudits.Told told = audits.run(run, headers.asOrigin());
      return () -> {
        told.write().run();
        forward(told.commands());
      };
    }
    Sighting seen = Json.read(record.value(), Sighting.class);
    List<Record<byte[], byte[]>> rolled = audits.since(seen, headers.asOrigin());
    if (Boolean.TRUE.equals(seen.again())) {
      return () -> {
        sightings.put(rowOf(seen), record.value());
        forward(rolled);
      };
    }
    Runnable looked = look(seen, headers);
    return () -> {
      looked.run();
      forward(rolled);
    };
  }

  private void forward(List<Record<byte[], byte[]>> commands) {
    commands.forEach(command -> context().forward(command, RecoveryTopology.SUGGESTIONS));
  }

  private static String rowOf(Sighting seen) {
    return seen.propertyId().value() + '/' + seen.of().caseId().value();
  }

  private Runnable look(Sighting seen, EventHeaders headers) {
    Duration within = policies.chain().duplicates().suggest().within();
    Duration kept = Collections.max(List.of(within.multipliedBy(2), NightAudits.WAITED_FOR));
    List<Sighting> known = new ArrayList<>();
    List<String> old = new ArrayList<>();
    String hotel = seen.propertyId().value() + '/';
    try (KeyValueIterator<String, byte[]> rows =
        sightings.prefixScan(hotel, Serdes.String().serializer())) {
      rows.forEachRemaining(
          row -> {
            Sighting other = Json.read(row.value, Sighting.class);
            if (other.detectedAt().plus(kept).isBefore(seen.detectedAt())) {
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
      sightings.put(rowOf(seen), row);
      forward(asked);
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
