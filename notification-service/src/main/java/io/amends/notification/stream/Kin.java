package io.amends.notification.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.person.Known;
import io.amends.notification.domain.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Tells the ids of one person to each other. They lie on different partitions and each keeps its
 * own cases and messages; so whatever changes with one of them goes to those it was joined with,
 * and from there further on.
 */
final class Kin {

  private final ProcessorContext<byte[], byte[]> context;
  private final KeyValueStore<String, byte[]> guests;
  private final HotelClock clock;

  Kin(ProcessorContext<byte[], byte[]> context, HotelClock clock) {
    this.context = context;
    this.guests = context.getStateStore(GateTopology.GUESTS);
    this.clock = clock;
  }

  /** Beside the guest's row; no guest id has a slash. */
  static String key(String guestId) {
    return guestId + "/person";
  }

  Person of(String guestId) {
    return Rows.person(guests.get(key(guestId)));
  }

  /** Another id turns out to be the same person: it is told all that is known here, once. */
  Runnable linked(GuestId self, GuestsLinked linked, Guest own, Origin origin) {
    GuestId other = linked.from().equals(self) ? linked.to() : linked.from();
    boolean concerns =
        !other.equals(self) && (linked.to().equals(self) || linked.from().equals(self));
    return concerns ? meet(self, other, linked.occurredAt(), Map.of(), own, origin) : () -> {};
  }

  /** Another id tells what it knows. */
  Runnable heard(GuestId self, PersonTold told, Guest own, Origin origin) {
    return told.by().equals(self)
        ? () -> {}
        : meet(self, told.by(), told.since(), told.known(), own, origin);
  }

  /** Something has changed under this id. */
  Runnable tell(GuestId self, Guest own, Origin origin) {
    Person before = of(self.value());
    if (before.beside().isEmpty()) {
      return () -> {};
    }
    Person after = before.saying(clock.instant());
    Map<String, Known> known = Map.of(self.value(), after.ofItself(own));
    List<Record<byte[], byte[]>> out = new ArrayList<>();
    after.beside().forEach(next -> out.add(record(self, next, after.since(), known, origin)));
    return write(self, after, out);
  }

  private Runnable meet(
      GuestId self, GuestId by, Instant since, Map<String, Known> told, Guest own, Origin origin) {
    Person before = of(self.value());
    boolean isNew = !before.beside().contains(by.value());
    Map<String, Known> news = before.news(self, told);
    Person met = before.beside(by, since).hearing(news, since);
    Person after = isNew ? met.saying(clock.instant()) : met;
    if (after.equals(before)) {
      return () -> {};
    }
    List<Record<byte[], byte[]>> out = new ArrayList<>();
    if (isNew) {
      Map<String, Known> all = new HashMap<>(before.others());
      all.put(self.value(), after.ofItself(own));
      all.remove(by.value());
      out.add(record(self, by.value(), after.since(), all, origin));
    }
    before.beside().stream()
        .filter(next -> !next.equals(by.value()))
        .forEach(next -> out.add(record(self, next, after.since(), news, origin)));
    return write(self, after, out);
  }

  private Runnable write(GuestId self, Person person, List<Record<byte[], byte[]>> out) {
    byte[] stored = Stored.write(person);
    return () -> {
      guests.put(key(self.value()), stored);
      out.forEach(record -> context.forward(record, GateTopology.KIN));
    };
  }

  private Record<byte[], byte[]> record(
      GuestId by, String to, Instant since, Map<String, Known> known, Origin origin) {
    Instant newest =
        known.values().stream().map(Known::asOf).max(Comparator.naturalOrder()).orElse(since);
    EventHeaders headers =
        EventHeaders.following(
            origin,
            "person/%s/%s/%d".formatted(by, to, newest.toEpochMilli()),
            GateTopology.SOURCE,
            EventType.of(PersonTold.class),
            clock.instant());
    return new Record<>(
        Keys.bytes(to), Json.bytes(new PersonTold(by, since, known)), 0, headers.write());
  }
}
