package io.amends.notification.channel;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Deferred;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Returned;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.amends.notification.channel.ChannelLog.Line;
import io.amends.notification.channel.Clearances.Clearance;
import io.amends.notification.channel.UnderWay.Mark;
import io.amends.notification.stream.Out.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries one round of messages: a last look, {@code Sending} written, the call, its result
 * written.
 */
final class Round {

  private final Carrier carrier;
  private final Clearances clearances;
  private final ChannelLog log;
  private final UnderWay underWay;
  private final HotelClock clock;
  private final ChannelMeters meters;
  private final Safeguards safeguards;

  Round(
      Carrier carrier,
      Clearances clearances,
      ChannelLog log,
      UnderWay underWay,
      HotelClock clock,
      ChannelMeters meters,
      Safeguards safeguards) {
    this.safeguards = safeguards;
    this.carrier = carrier;
    this.clearances = clearances;
    this.log = log;
    this.underWay = underWay;
    this.clock = clock;
    this.meters = meters;
  }

  private record Asked(Order order, Origin origin) {

    Message message() {
      return order.draft().message();
    }
  }

  private record Cleared(Asked asked, Carrier.Address to) {}

  /**
   * Carries them.
   *
   * @throws Clearances.NotNow if nothing was done, because nobody can say whether it may go
   * @throws ChannelLog.NotOwner if the partitions belong to another; nothing was called then
   */
  void carry(ConsumerRecords<byte[], byte[]> records, ConsumerGroupMetadata group) {
    List<Line> results = new ArrayList<>();
    List<Asked> toAsk = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Asked asked =
          new Asked(
              Json.read(record.value(), Order.class),
              EventHeaders.read(record.headers()).asOrigin());
      Mark mark = underWay.of(record.partition(), asked.message().messageId());
      if (mark == null || mark.attempt() < asked.order().attempt()) {
        toAsk.add(asked);
      } else if (mark.open() && mark.attempt() == asked.order().attempt()) {
        results.add(line(asked, new Unknown(asked.message(), now(), asked.order().attempt())));
      }
    }
    List<Cleared> toSend = clear(toAsk, results);
    if (!toSend.isEmpty()) {
      Map<Integer, Long> last =
          safeguards.sendingFirst()
              ? log.write(sending(toSend), progress(records, false), group)
              : Map.of();
      results.addAll(call(toSend));
      underWay.written(last);
    }
    log.write(results, progress(records, true), group);
    results.forEach(line -> meters.count(line.event()));
  }

  private List<Cleared> clear(List<Asked> asked, List<Line> results) {
    List<Clearance> found =
        asked.isEmpty() ? List.of() : clearances.ask(asked.stream().map(Asked::order).toList());
    List<Cleared> toSend = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      int attempt = one.order().attempt();
      switch (found.get(i)) {
        case Clearance.Cleared(Carrier.Address to) -> toSend.add(new Cleared(one, to));
        case Clearance.Back(String why) ->
            results.add(line(one, new Returned(one.message(), now(), attempt, why)));
        case Clearance.Nowhere(String why) ->
            results.add(line(one, new Failed(one.message(), now(), attempt, why)));
        case Clearance.Stale _ -> {
          // it is settled already, or another life of the ledger asked for it
        }
      }
    }
    return toSend;
  }

  private List<Line> sending(List<Cleared> toSend) {
    return toSend.stream()
        .map(
            one ->
                line(
                    one.asked(),
                    new Sending(one.asked().message(), now(), one.asked().order().attempt())))
        .toList();
  }

  private List<Line> call(List<Cleared> toSend) {
    List<Carried> carried =
        carrier.carry(
            toSend.stream().map(one -> new Parcel(one.asked().order().draft(), one.to())).toList());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < toSend.size(); i++) {
      Asked one = toSend.get(i).asked();
      lines.add(line(one, result(one, carried.get(i))));
    }
    return lines;
  }

  private NotificationEvent result(Asked asked, Carried carried) {
    Message message = asked.message();
    int attempt = asked.order().attempt();
    return switch (carried) {
      case Carried.Taken(String id) -> new Sent(message, now(), attempt, id);
      case Carried.Later(String why, boolean _, var wait) ->
          new Deferred(message, now(), attempt, why, wait == null ? null : now().plus(wait));
      case Carried.Never(String why) -> new Failed(message, now(), attempt, why);
      case Carried.Unclear _ -> new Unknown(message, now(), attempt);
    };
  }

  /** Where the next to own these partitions begins: at this round, or behind it. */
  private Map<TopicPartition, OffsetAndMetadata> progress(
      ConsumerRecords<byte[], byte[]> records, boolean done) {
    Map<TopicPartition, OffsetAndMetadata> progress = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      var part = records.records(partition);
      long offset = done ? part.getLast().offset() + 1 : part.getFirst().offset();
      progress.put(
          partition,
          new OffsetAndMetadata(
              offset, Objects.requireNonNull(underWay.metadata(partition.partition()))));
    }
    return progress;
  }

  private static Line line(Asked asked, NotificationEvent event) {
    return new Line(event, asked.origin());
  }

  private Instant now() {
    return clock.instant();
  }
}
