package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.intake.domain.ComplaintDoor;
import io.amends.intake.domain.Directory;
import io.amends.intake.domain.InteractionDoor;
import io.amends.intake.domain.Whereabouts;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Knows who is where, under one key each, and says who an event is about. */
final class DirectoryProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.IDENTIFICATION);

  private static final byte FORMAT = 1;

  private KeyValueStore<String, byte[]> directory;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    directory = context.getStateStore(IntakeTopology.DIRECTORY);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Runnable writes;
    try {
      writes = answer(record);
    } catch (KafkaException failure) {
      throw failure; // a store or the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      writes = () -> deadLetters.forward(context(), record, failure);
    }
    writes.run();
  }

  private Runnable answer(Record<byte[], byte[]> record) {
    Lookup lookup = Json.read(record.value(), Lookup.class);
    EventHeaders event = EventHeaders.read(record.headers());
    String key = Keys.text(record.key());
    Directory known = read(directory.get(key));
    Whereabouts fact = lookup.fact();
    if (fact != null) {
      byte[] row = write(known.with(fact));
      return () -> directory.put(key, row);
    }
    Instant at = lookup.at();
    Optional<Whereabouts> found = at == null ? Optional.empty() : known.at(at);
    if (found.isEmpty() && !lookup.next().isEmpty()) {
      Outgoing next =
          Outgoing.event(
              Sink.LOOKUPS,
              lookup.next().getFirst(),
              lookup.under(lookup.next().subList(1, lookup.next().size())),
              event,
              event.id(),
              at == null ? Instant.EPOCH : at);
      return () -> next.forwardTo(context(), IntakeTopology.IDENTIFICATION);
    }
    List<Outgoing> records =
        Publication.of(found.map(who -> filledIn(lookup, who)).orElse(lookup), event, event.id());
    return () -> records.forEach(out -> out.forwardTo(context(), IntakeTopology.IDENTIFICATION));
  }

  private static Lookup filledIn(Lookup lookup, Whereabouts who) {
    ComplaintAccepted complaint = lookup.complaint();
    InteractionRecorded interaction = lookup.interaction();
    GuestId guest = who.guestId();
    return new Lookup(
        null,
        List.of(),
        lookup.at(),
        complaint == null ? null : ComplaintDoor.of(complaint, who),
        interaction == null ? null : InteractionDoor.of(interaction, guest),
        lookup.text(),
        lookup.contact());
  }

  private static Directory read(byte @Nullable [] row) {
    if (row == null) {
      return Directory.EMPTY;
    }
    if (row[0] != FORMAT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], FORMAT));
    }
    byte[] body = new byte[row.length - 1];
    System.arraycopy(row, 1, body, 0, body.length);
    return Json.read(body, Directory.class);
  }

  private static byte[] write(Directory directory) {
    byte[] body = Json.bytes(directory);
    return ByteBuffer.allocate(1 + body.length).put(FORMAT).put(body).array();
  }
}
