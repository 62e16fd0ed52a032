package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static io.amends.intake.domain.Evening.PLACE;
import static io.amends.intake.domain.Evening.POLICY;
import static io.amends.intake.domain.Evening.admitted;
import static io.amends.intake.domain.Evening.at;
import static io.amends.intake.domain.Evening.interaction;
import static io.amends.intake.domain.Evening.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Origin;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Detected;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.Detection;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.UnknownProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractionDoorTest {

  @Test
  void what_will_only_happen_is_refused() {
    Instant ahead = NINE.plus(Times.AHEAD).plusMillis(1);

    assertThat(
            refused(
                InteractionDoor.admit(
                    interaction(
                        "kind", "CONTACT_MADE", "guestId", "G", "occurredAt", ahead.toString()),
                    at(NINE),
                    null,
                    POLICY)))
        .containsExactly(
            "/occurredAt: 2026-11-20T13:05:00.001Z (expected: not after 2026-11-20T13:00:00Z)");
  }

  @Test
  void an_unknown_hotel_is_waited_for_and_none_is_not() {
    assertThat(
            InteractionDoor.admit(
                interaction("kind", "CONTACT_MADE", "guestId", "G", "propertyId", "XXX-NEW"),
                at(NINE),
                null,
                POLICY))
        .isEqualTo(new UnknownProperty<InteractionRecorded>("XXX-NEW"));
    assertThat(
            InteractionDoor.admit(
                interaction("kind", "CONTACT_MADE", "guestId", "G"), at(NINE), null, POLICY))
        .isInstanceOf(Admitted.class);
  }

  @Test
  void the_guests_words_are_told_apart() {
    InteractionRecorded told =
        admitted(
            interaction("kind", "SURVEY_ANSWERED", "guestId", "G", "score", 3, "comment", "Bad"),
            at(NINE));

    assertThat(told.textId()).isEqualTo(Evening.KEY.toString());
    assertThat(told.toString()).doesNotContain("Bad");
  }

  @Nested
  class A_failure_that_a_system_saw {

    private static Optional<ComplaintAccepted> complaintOf(Object... fields) {
      Arrival arrival = at(NINE.plus(Duration.ofMinutes(7)));
      InteractionReported told = interaction(fields);
      InteractionRecorded recorded = admitted(told, arrival);
      return Signs.in(told, recorded.history(), POLICY)
          .map(seen -> FailureSeen.complaintOf(seen, recorded, arrival, PLACE, POLICY));
    }

    private static Optional<ComplaintAccepted> tooWarm() {
      return complaintOf(
          "kind",
          "FAILURE_DETECTED",
          "propertyId",
          "SIN-MARINA",
          "room",
          "1204",
          "issue",
          "ROOM_CLIMATE",
          "detector",
          "thermostat");
    }

    @Test
    void is_a_complaint_that_became_known_when_it_was_told() {
      ComplaintAccepted complaint = tooWarm().orElseThrow();

      assertThat(complaint.complaintId().value()).isEqualTo(Evening.KEY.toString());
      assertThat(complaint.channel()).isEqualTo(Channel.SYSTEM_DETECTED);
      assertThat(complaint.origin()).isEqualTo(Origin.SYSTEM_DETECTED);
      assertThat(complaint.occurredAt()).isEqualTo(NINE);
      assertThat(complaint.detectedAt()).isEqualTo(NINE.plus(Duration.ofMinutes(7)));
      assertThat(complaint.severity()).isEqualTo(Severity.MAJOR);
      assertThat(complaint.department()).isEqualTo(Department.ENGINEERING);
      assertThat(complaint.inHouse()).isTrue();
    }

    @Test
    void needs_no_word_of_the_catalogue() {
      ComplaintAccepted complaint =
          complaintOf(
                  "kind",
                  "FAILURE_DETECTED",
                  "propertyId",
                  "SIN-MARINA",
                  "room",
                  "1204",
                  "failureType",
                  "UNREASONABLY_SLOW_SERVICE")
              .orElseThrow();

      assertThat(complaint.issue()).isEqualTo(ComplaintDoor.UNSORTED);
      assertThat(complaint.failureType()).isEqualTo(FailureType.UNREASONABLY_SLOW_SERVICE);
      assertThat(complaint.severity()).isEqualTo(Severity.MAJOR);
      assertThat(complaint.department()).isEqualTo(Department.OPERATIONS);
    }

    @Test
    void says_how_sure_it_is_and_what_saw_it() {
      assertThat(tooWarm().orElseThrow().detected())
          .isEqualTo(new Detected(Detection.Sign.FAILURE_REPORTED, 0.95, "thermostat"));
    }
  }

  @Nested
  class The_directory {

    private static InteractionRecorded told(String kind, Object... fields) {
      Object[] all = java.util.Arrays.copyOf(fields, fields.length + 6);
      int at = fields.length;
      all[at] = "kind";
      all[at + 1] = kind;
      all[at + 2] = "guestId";
      all[at + 3] = "ana";
      all[at + 4] = "propertyId";
      all[at + 5] = "SIN-MARINA";
      return admitted(interaction(all), at(NINE));
    }

    @Test
    void learns_from_a_check_in_whose_stay_and_room_it_is() {
      assertThat(Learnt.from(told("CHECKED_IN", "stayId", "S-1", "room", "1204")))
          .containsOnlyKeys("stay/S-1", "room/SIN-MARINA/1204")
          .allSatisfy((_, fact) -> assertThat(fact.until()).isNull());
    }

    @Test
    void learns_from_a_departure_that_the_room_is_empty() {
      assertThat(Learnt.from(told("STAY_COMPLETED", "stayId", "S-1", "room", "1204")))
          .containsOnlyKeys("stay/S-1", "room/SIN-MARINA/1204")
          .allSatisfy((_, fact) -> assertThat(fact.until()).isEqualTo(NINE.plusMillis(1)));
    }

    @Test
    void takes_nobody_into_a_room_because_a_booking_was_changed() {
      assertThat(
              Learnt.from(
                  told(
                      "STAY_CHANGED",
                      "stayId",
                      "S-1",
                      "room",
                      "1204",
                      "departureAt",
                      NINE.plusSeconds(1).toString())))
          .containsOnlyKeys("stay/S-1");
    }

    @Test
    void learns_nothing_from_a_survey() {
      assertThat(Learnt.from(told("SURVEY_ANSWERED", "stayId", "S-1", "room", "1204"))).isEmpty();
    }
  }
}
