package io.amends.bench.desk;

import io.amends.bench.stack.Samples;
import io.amends.bench.stack.Sender;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes cases into the log as the services do, made after the approved samples: of several things
 * that go wrong, in several departments. Every fourth closed one was given something, has its
 * cause, an answered survey and a risk, so that every report has rows to count.
 */
final class Chronicle implements AutoCloseable {

  private static final List<String> ISSUES =
      List.of("ROOM_CLIMATE", "DIRTY_ROOM", "NO_HOT_WATER", "BOOKING_NOT_FOUND", "PESTS");

  private static final List<String> DEPARTMENTS =
      List.of("ENGINEERING", "HOUSEKEEPING", "ENGINEERING", "FRONT_OFFICE", "HOUSEKEEPING");

  private static final int TOLD_MORE_OF = 4;

  private final Sender sender;
  private final ObjectNode snapshot = Samples.of("amends.recovery.case.v1");
  private final ObjectNode opened = Samples.of("amends.recovery.case-opened.v1");
  private final ObjectNode closed = Samples.of("amends.recovery.case-closed.v1");
  private final ObjectNode granted = Samples.of("amends.recovery.remedy-granted.v1");
  private final ObjectNode caused = Samples.of("amends.recovery.root-cause-found.v1");
  private final ObjectNode answered = Samples.of("amends.intake.interaction-recorded.v1");
  private final ObjectNode scored = Samples.of("amends.retention.risk-scored.v1");
  private long written;

  Chronicle(String bootstrap) {
    sender = new Sender(bootstrap);
  }

  /** A case that is open, as its snapshot and its first event tell it: two records. */
  void open(String caseId, String property, Instant at) {
    String guest = "G-" + caseId;
    event(CaseOpened.class, of(opened, caseId, property, at, 1), guest, caseId, 1);
    ObjectNode now = of(snapshot, caseId, property, at, 1);
    now.put("standing", "OPEN");
    put(now, guest, caseId);
  }

  /** A case that was opened and closed: three records, of every fourth seven. */
  void closed(int number, String property, Instant at) {
    String caseId = "c-" + number;
    String guest = "G-" + caseId;
    ObjectNode first = of(opened, caseId, property, at, 1);
    ((ObjectNode) first.get("facts"))
        .put("issue", ISSUES.get(number * 7 % 11 % ISSUES.size()))
        .put("department", DEPARTMENTS.get(number * 7 % 11 % ISSUES.size()));
    event(CaseOpened.class, first, guest, caseId, 1);
    if (number % TOLD_MORE_OF == 0) {
      event(RemedyGranted.class, of(granted, caseId, property, at, 2), guest, caseId, 2);
      event(RootCauseFound.class, of(caused, caseId, property, at, 3), guest, caseId, 3);
      ObjectNode survey = answered.deepCopy();
      survey.put("guestId", guest).put("caseId", caseId).put("propertyId", property);
      send(Topics.INTERACTIONS, guest, InteractionRecorded.class, survey, caseId + "/survey");
      ObjectNode risk = scored.deepCopy();
      risk.put("guestId", guest).remove("openCases");
      send(Topics.RISK_SCORES, guest, RiskScored.class, risk, guest + "/risk");
    }
    event(CaseClosed.class, of(closed, caseId, property, at, 4), guest, caseId, 4);
    ObjectNode now = of(snapshot, caseId, property, at, 4);
    now.put("standing", "CLOSED");
    put(now, guest, caseId);
  }

  /** How many records it has written. */
  long written() {
    return written;
  }

  void flush() {
    sender.flush();
  }

  private static ObjectNode of(
      ObjectNode sample, String caseId, String property, Instant at, int version) {
    ObjectNode made = sample.deepCopy();
    made.put("caseId", caseId);
    made.put("guestId", "G-" + caseId);
    made.put("caseVersion", version);
    if (made.has("occurredAt")) {
      made.put("occurredAt", at.toString());
    }
    if (made.get("facts") instanceof ObjectNode facts) {
      facts.put("occurredAt", at.toString()).put("detectedAt", at.toString());
      if (facts.get("place") instanceof ObjectNode place) {
        place.put("propertyId", property);
      }
    }
    return made;
  }

  private void event(Class<?> type, ObjectNode body, String guest, String caseId, int version) {
    send(Topics.CASE_EVENTS, guest, type, body, caseId + "/" + version);
  }

  private void put(ObjectNode body, String guest, String caseId) {
    send(Topics.CASES, guest + "/" + caseId, CaseSnapshot.class, body, caseId);
  }

  private void send(Topic<?> topic, String key, Class<?> type, ObjectNode body, String id) {
    sender.send(topic, key, type, body, id, null);
    written++;
  }

  @Override
  public void close() {
    sender.close();
  }
}
