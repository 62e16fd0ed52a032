package io.amends.desk.view;

import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Suggestion;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the door read out of the guest's words; a case has the id of the complaint it opened on. */
final class SuggestionInput implements Input {

  @Override
  public Topic<?> topic() {
    return Topics.COMPLAINTS;
  }

  @Override
  public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
    ComplaintAccepted complaint = Json.read(record.value(), ComplaintAccepted.class);
    Suggestion read = complaint.suggested();
    if (read == null) {
      return;
    }
    String caseId = complaint.complaintId().value();
    view.run(
        "INSERT OR REPLACE INTO suggestion VALUES (?, ?, ?, ?, ?)",
        caseId,
        read.issue(),
        read.confidence(),
        String.join("\n", read.because()),
        complaint.arrivedAt().toEpochMilli());
    view.touched(caseId);
  }
}
