package io.amends.desk.view;

import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Remedy;
import java.sql.SQLException;

/**
 * Each remedy that takes money or leave: who wished to give it, and how it was decided. What needs
 * nobody's leave, such as an apology, is not among them.
 */
final class Gifts {

  private static final String WISHED =
      "INSERT OR IGNORE INTO gift (case_id, number, role, asked) VALUES (?, ?, ?, ?)";

  private Gifts() {}

  /** One event of a case; an event that comes again changes nothing. */
  static void apply(RecoveryEvent event, Writing view) throws SQLException {
    String caseId = event.stamp().caseId().value();
    long at = event.stamp().occurredAt().toEpochMilli();
    switch (event) {
      case RecoveryEvent.RemedyRequested e -> wished(caseId, e.remedy(), view);
      case RecoveryEvent.RemedyGranted e -> {
        wished(caseId, e.remedy(), view);
        String how = e.remedy().agreed().isEmpty() ? "ALONE" : "APPROVED";
        decided(caseId, e.remedy().number(), at, how, view);
      }
      case RecoveryEvent.RemedyDeclined e -> decided(caseId, e.number(), at, "DECLINED", view);
      default -> {
        // decides on nothing that is given
      }
    }
  }

  private static void wished(String caseId, Remedy remedy, Writing view) throws SQLException {
    if (!remedy.grant().free()) {
      view.run(
          WISHED, caseId, remedy.number(), remedy.as().name(), remedy.askedAt().toEpochMilli());
    }
  }

  private static void decided(String caseId, int number, long at, String how, Writing view)
      throws SQLException {
    view.run(
        "UPDATE gift SET decided = ?, how = ? WHERE case_id = ? AND number = ?",
        at,
        how,
        caseId,
        number);
  }
}
