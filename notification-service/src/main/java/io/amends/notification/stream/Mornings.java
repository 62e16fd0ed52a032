package io.amends.notification.stream;

import io.amends.contracts.PropertyId;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.KeyEnd;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.MorningMail;
import io.amends.notification.domain.morning.HotelMorning;
import io.amends.notification.domain.morning.Report;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of what a hotel's mornings are made of. Each hotel has deadlines of its own: the
 * end of its night, and eight by its own clock; what is told goes through the gate like every other
 * message.
 */
final class Mornings extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.MORNINGS);
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> mornings;
  private DurableDeadlines<KeyEnd> hours;
  private Tables tables;

  Mornings(HotelClock clock, DeadlineService deadlineService) {
    this.clock = clock;
    this.deadlineService = deadlineService;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    mornings = context.getStateStore(GateTopology.MORNINGS);
    tables =
        new Tables(
            context.getStateStore(GateTopology.PROPERTIES),
            context.getStateStore(GateTopology.ROSTERS),
            context.getStateStore(GateTopology.POLICIES));
    hours =
        deadlineService.start(
            context, GateTopology.MORNING_HOURS, new KeyEnd.Format(), this::onHour);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record, EventHeaders.read(record.headers())));
  }

  private Runnable take(Record<byte[], byte[]> record, EventHeaders headers) {
    String hotel = Keys.text(record.key());
    HotelMorning known = known(hotel);
    Instant now = clock.instant();
    HotelMorning after = MorningWire.heard(known, record.value(), headers, now);
    if (after.equals(known)) {
      return () -> {};
    }
    PropertyReference property = tables.property(new PropertyId(hotel));
    HotelMorning due =
        known.nextAt() == null ? after.due(now, reportHour(property), property.zone()) : after;
    return () -> {
      save(hotel, due);
      hours.replace(hours(hotel, known), hours(hotel, due), headers.asOrigin());
    };
  }

  private Runnable onHour(KeyEnd hour, Firing firing) {
    HotelMorning known = known(hour.key());
    PropertyReference property = tables.property(new PropertyId(hour.key()));
    List<Draft> mails = new ArrayList<>();
    HotelMorning told = known;
    if (isAt(known.nightEnds().orElse(null), hour)) {
      mails.addAll(
          MorningMail.digests(
              known.digests(hour.at()),
              property,
              tables.roster(property.propertyId()),
              hour.at(),
              policy(property)));
      told = told.afterNight(hour.at());
    }
    if (isAt(known.nextAt(), hour)) {
      mails.addAll(report(told, property, hour.at()));
      told =
          told.after(hour.at(), property.zone())
              .due(clock.instant(), reportHour(property), property.zone());
    }
    HotelMorning after = told;
    List<Record<byte[], byte[]>> records =
        mails.stream().map(draft -> MorningWire.report(draft, firing.origin(), hour.at())).toList();
    return () -> {
      save(hour.key(), after);
      hours.replace(hours(hour.key(), known), hours(hour.key(), after), firing.origin());
      records.forEach(mail -> context().forward(mail, GateTopology.REPORTS));
    };
  }

  private List<Draft> report(HotelMorning known, PropertyReference property, Instant at) {
    Report report = known.report(at, property.zone());
    return report.isEmpty()
        ? List.of()
        : MorningMail.of(
            report, property, tables.roster(property.propertyId()), at, policy(property));
  }

  private static boolean isAt(@Nullable Instant due, KeyEnd hour) {
    return due != null && new KeyEnd(hour.key(), due).equals(hour);
  }

  private LocalTime reportHour(PropertyReference property) {
    return policy(property).escalation().morningReport().at();
  }

  private HotelPolicy policy(PropertyReference property) {
    return tables.policyAt(property.place());
  }

  private HotelMorning known(String hotel) {
    return Objects.requireNonNullElse(
        Stored.read(mornings.get(hotel), HotelMorning.class), HotelMorning.EMPTY);
  }

  private void save(String hotel, HotelMorning as) {
    if (as.nextAt() == null && as.nightEnds().isEmpty()) {
      mornings.delete(hotel);
    } else {
      mornings.put(hotel, Stored.write(as));
    }
  }

  private static Set<KeyEnd> hours(String hotel, HotelMorning of) {
    return Stream.concat(Stream.ofNullable(of.nextAt()), of.nightEnds().stream())
        .map(at -> new KeyEnd(hotel, at))
        .collect(Collectors.toSet());
  }
}
