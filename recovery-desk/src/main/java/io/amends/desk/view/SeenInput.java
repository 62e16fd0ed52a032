package io.amends.desk.view;

import io.amends.contracts.CaseId;
import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who looked at what is personal. What somebody gave as a reason may itself be: it is closed. */
record SeenInput(Seal seal) implements Input {

  @Override
  public Topic<?> topic() {
    return Topics.PERSONAL_VIEWS;
  }

  @Override
  public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
    String event = EventHeaders.read(record.headers()).id();
    PersonalDataSeen seen = Json.read(record.value(), PersonalDataSeen.class);
    String reason = seen.reason();
    view.run(
        "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event,
        seen.at().toEpochMilli(),
        seen.actor().value(),
        String.join(",", seen.roles()),
        seen.guestId().value(),
        Optional.ofNullable(seen.caseId()).map(CaseId::value).orElse(null),
        seen.occasion().name(),
        reason == null ? null : seal.close(event, reason),
        reason == null ? 0L : seal.mark(reason));
  }
}
