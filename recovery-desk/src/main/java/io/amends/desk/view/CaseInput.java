package io.amends.desk.view;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.events.RepeatingJson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Cases as they stand. One that has left the topic leaves the view; reports keep its figures. */
final class CaseInput implements Input {

  private static final String PUT =
      """
      INSERT OR REPLACE INTO sheet (case_id, guest_id, property, room, open, sensitive, in_public,
        severity, department, issue, tier, owner, detected, departure, next_due, waiting, version, text_id, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final RepeatingJson<CaseSnapshot, CasePolicy> CASES =
      new RepeatingJson<>(CaseSnapshot.class, CasePolicy.class);

  @Override
  public Topic<?> topic() {
    return Topics.CASES;
  }

  @Override
  public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
    if (record.value() == null) {
      String key = Keys.text(record.key());
      String caseId = key.substring(key.indexOf('/') + 1);
      view.run("DELETE FROM sheet WHERE case_id = ?", caseId);
      view.touched(caseId);
      return;
    }
    Sheet sheet = Recovery.sheet(CASES.read(record.value()));
    Optional<Instant> due = sheet.next().map(Sheet.Promise::dueAt);
    view.run(
        PUT,
        sheet.caseId(),
        sheet.guestId(),
        sheet.property(),
        sheet.room(),
        sheet.open(),
        sheet.isSensitive(),
        sheet.inPublic(),
        sheet.severity(),
        sheet.department(),
        sheet.issue(),
        sheet.tier(),
        sheet.owner(),
        sheet.detectedAt().toEpochMilli(),
        millis(sheet.departureAt()),
        due.map(Instant::toEpochMilli).orElse(null),
        sheet.waiting().size(),
        sheet.version(),
        sheet.textId(),
        Json.bytes(sheet));
    view.touched(sheet.caseId());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
