package io.amends.desk.view;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What happened to cases: the lines of their timelines, and what reports count. */
final class EventInput implements Input {

  private static final Map<String, Class<? extends RecoveryEvent>> TYPES =
      EventType.under(RecoveryEvent.class);

  @Override
  public Topic<?> topic() {
    return Topics.CASE_EVENTS;
  }

  @Override
  public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
    String name = EventHeaders.read(record.headers()).type();
    Class<? extends RecoveryEvent> type = TYPES.get(name);
    if (type == null) {
      return; // a newer service tells more than this desk knows
    }
    RecoveryEvent event = Json.read(record.value(), type);
    String caseId = event.stamp().caseId().value();
    int version = event.stamp().caseVersion();
    view.run(
        "INSERT OR REPLACE INTO line VALUES (?, 0, ?, ?, ?)",
        caseId,
        version,
        Recovery.at(event).toEpochMilli(),
        Json.bytes(Recovery.line(event)));
    for (LedgerEntry entry : Recovery.entries(event)) {
      put(view, caseId, entry);
    }
    Gifts.apply(event, view);
    Map<String, Object> facts = Recovery.facts(event);
    if (!facts.isEmpty()) {
      count(view, caseId, event.stamp().guestId().value(), version, facts);
    }
    view.touched(caseId);
  }

  private static void put(Writing view, String caseId, LedgerEntry entry) throws SQLException {
    view.run(
        "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        caseId,
        entry.number(),
        entry.at().toEpochMilli(),
        entry.kind().name(),
        entry.book().name(),
        entry.remedy(),
        entry.account(),
        entry.nights().value().toPlainString(),
        entry.money().minorUnits(),
        entry.money().currency().getCurrencyCode(),
        entry.asked().value(),
        entry.by().value(),
        entry.policy());
  }

  /**
   * A column with a plus is added to, one with a minus is emptied; an event that was counted before
   * is not counted again.
   */
  private static void count(
      Writing view, String caseId, String guestId, int version, Map<String, Object> facts)
      throws SQLException {
    Map<String, Object> sorted = new TreeMap<>(facts);
    String sets =
        sorted.keySet().stream()
            .map(
                column ->
                    switch (column.charAt(0)) {
                      case '+' -> "%1$s = %1$s + ?".formatted(column.substring(1));
                      case '-' -> "%s = nullif(?, 0)".formatted(column.substring(1));
                      default -> column + " = ?";
                    })
            .collect(Collectors.joining(", "));
    view.run("INSERT OR IGNORE INTO fact (case_id, guest_id) VALUES (?, ?)", caseId, guestId);
    List<Object> values = new ArrayList<>(sorted.values());
    values.add(version);
    values.add(guestId);
    values.add(caseId);
    values.add(version);
    view.run(
        "UPDATE fact SET " + sets + ", seen = ?, guest_id = ? WHERE case_id = ? AND seen < ?",
        values.toArray());
  }
}
