package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.PauseState;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.MoveRoom;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatOthersKnowTest {

  private static final Instant AT = Instant.parse("2027-01-12T08:00:00Z");

  /** In house, of stay S-301: the published sample, opened again. */
  private final CaseSnapshot open = sample("OPEN");

  private final CaseRef ref = new CaseRef(open.guestId(), open.caseId());

  @Test
  void a_guest_who_moves_is_followed_by_the_case_of_that_stay() {
    assertThat(ask(moment("ROOM_MOVED", open.facts().stayId(), false), open))
        .containsExactly(new MoveRoom(asked(ref), "1411"));
  }

  @Test
  void another_stay_of_the_same_guest_moves_no_case() {
    assertThat(ask(moment("ROOM_MOVED", "S-OTHER", false), open)).isEmpty();
  }

  @Test
  void a_closed_case_stays_where_it_was() {
    assertThat(ask(moment("ROOM_MOVED", open.facts().stayId(), false), sample("CLOSED"))).isEmpty();
  }

  @Test
  void what_is_past_asks_for_nothing() {
    assertThat(ask(moment("ROOM_MOVED", open.facts().stayId(), true), open)).isEmpty();
  }

  @Test
  void an_answer_goes_to_the_case_that_it_names() {
    assertThat(ask(moment("SURVEY_ANSWERED", null, false), open))
        .containsExactly(
            new RecordFollowUp(
                asked(new CaseRef(open.guestId(), new CaseId("c-1"))), new Answered(3, 4, 2, 1)));
  }

  @Test
  void who_was_waited_for_and_then_calls_is_not_waited_for_any_more() {
    assertThat(ask(moment("CONTACT_MADE", null, false), waitingSince(AT.minusSeconds(900))))
        .containsExactly(new ResumeClocks(asked(ref), "WAITING_FOR_GUEST"));
  }

  @Test
  void a_call_from_before_the_wait_that_is_told_late_ends_no_wait() {
    assertThat(ask(moment("CONTACT_MADE", null, false), waitingSince(AT.plusSeconds(900))))
        .isEmpty();
  }

  private CaseSnapshot waitingSince(Instant from) {
    ObjectNode row = (ObjectNode) Json.mapper().readTree(Json.bytes(open));
    row.putArray("pauses")
        .addPOJO(
            new PauseState("WAITING_FOR_GUEST", Set.of(Clock.FIX), from, from.plusSeconds(86_400)));
    return Json.read(Json.bytes(row), CaseSnapshot.class);
  }

  @Test
  void a_job_done_in_another_tool_is_a_fix_done() {
    assertThat(WhatOthersKnow.ask(update("FIX_DONE"), WhatOthersKnowTest::asked))
        .isEqualTo(new ReportFixDone(asked(ref)));
  }

  @Test
  void no_tool_closes_a_case() {
    assertThatThrownBy(() -> WhatOthersKnow.ask(update("CLOSE"), WhatOthersKnowTest::asked))
        .hasMessage(
            "verb: CLOSE (expected: ACKNOWLEDGE, FIX_DONE, UPDATE_GUEST or ACCEPT_HAND_OVER)");
  }

  private static List<RecoveryCommand> ask(InteractionRecorded moment, CaseSnapshot known) {
    return WhatOthersKnow.ask(moment, AT, WhatOthersKnowTest::asked, List.of(known));
  }

  private static Asked asked(CaseRef ref) {
    return WhatOthersKnow.by(ref, Actor.system("pms"), AT);
  }

  private CaseUpdate update(String verb) {
    return new CaseUpdate(open.guestId(), open.caseId(), "pms", verb, AT, null);
  }

  private InteractionRecorded moment(
      String kind, @org.jspecify.annotations.Nullable String stay, boolean history) {
    Map<String, Object> fields = new java.util.HashMap<>();
    fields.put("guestId", new GuestId(open.guestId().value()).value());
    fields.put("source", "pms");
    fields.put("history", history);
    fields.put("kind", kind);
    fields.put("occurredAt", AT.toString());
    fields.put("room", "1411");
    fields.put("caseId", kind.equals("CONTACT_MADE") ? open.caseId().value() : "c-1");
    fields.put("score", 3);
    fields.put("outcomeJustice", 4);
    fields.put("proceduralJustice", 2);
    fields.put("interactionalJustice", 1);
    if (stay != null) {
      fields.put("stayId", stay);
    }
    return Json.read(Json.bytes(fields), InteractionRecorded.class);
  }

  private static CaseSnapshot sample(String standing) {
    try {
      String text =
          Files.readString(
              Path.of("../contracts/src/main/resources/samples/amends.recovery.case.v1.json"));
      return Json.read(
          text.replaceFirst("\"standing\" : \"CLOSED\"", "\"standing\" : \"" + standing + "\"")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8),
          CaseSnapshot.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
