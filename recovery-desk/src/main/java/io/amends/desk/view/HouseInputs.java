package io.amends.desk.view;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.desk.view.Line.Value;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the view knows of the house: hotels, who works there, what was told to whom. */
final class HouseInputs {

  private HouseInputs() {}

  static List<Input> with(Seal seal) {
    return List.of(new Properties(), new Rosters(seal), new Messages());
  }

  private static final class Properties implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.PROPERTIES;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String property = Keys.text(record.key());
      if (record.value() == null) {
        view.run("DELETE FROM property WHERE property = ?", property);
      } else {
        view.run("INSERT OR REPLACE INTO property VALUES (?, ?)", property, record.value());
      }
    }
  }

  private record Rosters(Seal seal) implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.ROSTERS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String property = Keys.text(record.key());
      if (record.value() == null) {
        view.run("DELETE FROM roster WHERE property = ?", property);
      } else {
        view.run(
            "INSERT OR REPLACE INTO roster VALUES (?, ?)",
            property,
            seal.close(property, new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
  }

  /** Messages that belong to a case stand in its timeline. */
  private static final class Messages implements Input {

    private static final Map<String, Class<? extends NotificationEvent>> TYPES =
        EventType.under(NotificationEvent.class);

    @Override
    public Topic<?> topic() {
      return Topics.NOTIFICATIONS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      Class<? extends NotificationEvent> type =
          TYPES.get(EventHeaders.read(record.headers()).type());
      if (type == null) {
        return; // a newer service tells more than this desk knows
      }
      switch (Json.read(record.value(), type)) {
        case Sent sent -> line(view, record, sent, "Sent", sent.at());
        case Suppressed held -> line(view, record, held, "Suppressed", held.at());
        case Failed failed -> line(view, record, failed, "Failed", failed.at());
        case NotificationEvent.ExposureDecided decided -> exposed(view, decided);
        case NotificationEvent.Planned _,
            NotificationEvent.Held _,
            NotificationEvent.Sending _,
            NotificationEvent.Deferred _,
            NotificationEvent.Returned _,
            NotificationEvent.Unknown _,
            NotificationEvent.Redriven _,
            NotificationEvent.Expired _,
            NotificationEvent.OfferIssued _,
            NotificationEvent.OfferRedeemed _,
            NotificationEvent.OfferLapsed _ -> {
          // on the way, or told by what comes of it
        }
      }
    }

    /** The first counts: which side a guest is on never changes. */
    private static void exposed(Writing view, NotificationEvent.ExposureDecided decided)
        throws SQLException {
      var property = decided.message().propertyId();
      view.run(
          "INSERT OR IGNORE INTO exposure VALUES (?, ?, ?, ?, ?)",
          decided.message().guestId().value(),
          decided.programme(),
          decided.arm().name(),
          property == null ? null : property.value(),
          decided.at().toEpochMilli());
    }

    private static void line(
        Writing view,
        ConsumerRecord<byte[], byte[]> record,
        NotificationEvent event,
        String what,
        Instant at)
        throws SQLException {
      var message = event.message();
      if (message.caseId() == null) {
        return;
      }
      String whom = message.staffId() == null ? "Guest" : "Staff";
      String to = message.staffId() == null ? "GUEST" : "STAFF:" + message.staffId();
      String step = message.step();
      int role = step.indexOf(':');
      Line line =
          new Line(
              what + whom,
              to,
              at,
              List.of(
                  new Value(
                      Value.Kind.CODE, "step." + (role < 0 ? step : step.substring(0, role)))));
      view.run(
          "INSERT OR REPLACE INTO line VALUES (?, 1, ?, ?, ?)",
          message.caseId(),
          record.offset() * 100 + record.partition(), // its place in the topic is its number
          at.toEpochMilli(),
          Json.bytes(line));
      view.touched(message.caseId().value());
    }
  }
}
