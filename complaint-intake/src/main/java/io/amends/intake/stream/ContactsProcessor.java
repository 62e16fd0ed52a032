package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.personal.GuestContact;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.StatedContacts;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Tells the directory which addresses each guest has, by their hashes: what is kept of contacts is
 * the truth, and an erasure reaches the directory with it. It keeps hashes alone.
 */
final class ContactsProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final String LINKED = EventType.of(GuestsLinked.class);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.CONTACTS);
  private final ContactKeys contactKeys;
  private final HotelClock clock;
  private KeyValueStore<String, byte[]> stated;

  ContactsProcessor(ContactKeys contactKeys, HotelClock clock) {
    this.contactKeys = contactKeys;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    stated = context.getStateStore(IntakeTopology.STATED_CONTACTS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    GuestId guest = new GuestId(Keys.text(record.key()));
    StatedContacts before = StatedFormat.read(stated.get(guest.value()));
    if (record.value() == null) { // whoever erases writes no headers
      return change(guest, before, before.with(List.of()), Map.of(), record, cause());
    }
    EventHeaders event = EventHeaders.read(record.headers());
    if (!event.type().equals(LINKED)) {
      List<String> keys = contactKeys.of(Json.read(record.value(), GuestContact.class));
      return change(guest, before, before.with(keys), Map.of(), record, event.asOrigin());
    }
    GuestsLinked linked = Json.read(record.value(), GuestsLinked.class);
    if (!linked.from().equals(guest)) {
      return () -> {};
    }
    Map<String, Boolean> again = new TreeMap<>();
    before.keys().forEach(key -> again.put(key, true));
    return change(guest, before, before.movedTo(linked.to()), again, record, event.asOrigin());
  }

  /**
   * Keeps what is so now and tells the directory what has changed.
   *
   * @param again keys that are told anew, since they are another's
   */
  private Runnable change(
      GuestId guest,
      StatedContacts before,
      StatedContacts after,
      Map<String, Boolean> again,
      Record<byte[], byte[]> record,
      Origin origin) {
    Map<String, Boolean> told = new TreeMap<>(again);
    told.putAll(before.changedTo(after));
    GuestId is = after.movedTo() == null ? guest : after.movedTo();
    Instant at = clock.ofAppend(record.timestamp());
    List<Outgoing> facts = new ArrayList<>();
    told.forEach(
        (key, still) ->
            facts.add(
                Outgoing.event(
                    Sink.LOOKUPS,
                    key,
                    new ContactStated(guest, is, still, at),
                    origin,
                    place() + "/" + key,
                    at)));
    return () -> {
      if (after.isNothing()) {
        stated.delete(guest.value());
      } else {
        stated.put(guest.value(), StatedFormat.write(after));
      }
      facts.forEach(out -> out.forwardTo(context(), IntakeTopology.CONTACTS));
    };
  }

  private Origin cause() {
    return new Origin(place(), place(), null);
  }

  /** Where the record lies: no two have the same. */
  private String place() {
    RecordMetadata at = context().recordMetadata().orElseThrow();
    return "%s/%d/%d".formatted(at.topic(), at.partition(), at.offset());
  }
}
