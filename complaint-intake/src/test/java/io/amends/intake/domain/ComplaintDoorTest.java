package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static io.amends.intake.domain.Evening.PLACE;
import static io.amends.intake.domain.Evening.POLICY;
import static io.amends.intake.domain.Evening.admitted;
import static io.amends.intake.domain.Evening.at;
import static io.amends.intake.domain.Evening.complaint;
import static io.amends.intake.domain.Evening.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.GuestId;
import io.amends.contracts.Origin;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Suggestion;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.UnknownProperty;
import io.amends.intake.domain.Source.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintDoorTest {

  private static final Instant TEN_PAST = NINE.plusSeconds(600);

  private static List<String> reasons(ComplaintReported reported) {
    return refused(ComplaintDoor.admit(reported, at(TEN_PAST), PLACE, POLICY, Reading.NOTHING));
  }

  @Nested
  class Refusing {

    @Test
    void a_complaint_of_the_future() {
      assertThat(reasons(complaint("issue", "WIFI", "occurredAt", "2026-11-20T13:15:01Z")))
          .containsExactly(
              "/occurredAt: 2026-11-20T13:15:01Z (expected: not after 2026-11-20T13:10:00Z)");
      assertThat(
              ComplaintDoor.admit(
                  complaint("issue", "WIFI", "occurredAt", "2026-11-20T13:15:00Z"),
                  at(TEN_PAST),
                  PLACE,
                  POLICY,
                  Reading.NOTHING))
          .isInstanceOf(Admitted.class);
    }

    @Test
    void one_that_was_known_or_told_before_it_happened() {
      assertThat(
              reasons(
                  complaint(
                      "issue", "WIFI",
                      "detectedAt", NINE.minusMillis(1).toString(),
                      "reportedAt", NINE.minusMillis(1).toString())))
          .containsExactly(
              "/detectedAt: 2026-11-20T12:59:59.999Z (expected: not before occurredAt"
                  + " 2026-11-20T13:00:00Z)",
              "/reportedAt: 2026-11-20T12:59:59.999Z (expected: not before occurredAt"
                  + " 2026-11-20T13:00:00Z)");
    }

    @Test
    void a_word_that_is_not_in_the_catalogue() {
      assertThat(reasons(complaint("issue", "UFO")))
          .containsExactly("/issue: UFO (expected: a code of the policy's catalogue)");
    }
  }

  @Test
  void an_unknown_hotel_is_waited_for() {
    assertThat(
            ComplaintDoor.admit(
                complaint("issue", "WIFI"), at(NINE), null, POLICY, Reading.NOTHING))
        .isEqualTo(new UnknownProperty<ComplaintAccepted>("SIN-MARINA"));
  }

  @Nested
  class Timing {

    @Test
    void it_was_known_when_somebody_first_made_it_known() {
      assertThat(
              admitted(
                      complaint(
                          "issue", "WIFI",
                          "detectedAt", NINE.plusSeconds(60).toString(),
                          "reportedAt", NINE.plusSeconds(120).toString()),
                      at(TEN_PAST))
                  .detectedAt())
          .isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void else_when_it_was_reported_and_else_when_it_arrived() {
      assertThat(
              admitted(
                      complaint("issue", "WIFI", "reportedAt", NINE.plusSeconds(120).toString()),
                      at(TEN_PAST))
                  .detectedAt())
          .isEqualTo(NINE.plusSeconds(120));
      assertThat(admitted(complaint("issue", "WIFI"), at(TEN_PAST)).detectedAt())
          .isEqualTo(TEN_PAST);
    }

    @Test
    void a_fast_clock_makes_nothing_known_after_it_arrived_nor_before_it_happened() {
      ComplaintAccepted accepted =
          admitted(
              complaint(
                  "issue", "WIFI",
                  "occurredAt", TEN_PAST.plusSeconds(200).toString(),
                  "detectedAt", TEN_PAST.plusSeconds(250).toString()),
              at(TEN_PAST));

      assertThat(accepted.detectedAt()).isEqualTo(TEN_PAST);
      assertThat(accepted.occurredAt()).isEqualTo(TEN_PAST);
    }
  }

  @Nested
  class Understanding {

    @Test
    void the_catalogue_says_what_a_word_means() {
      ComplaintAccepted accepted = admitted(complaint("issue", "PESTS"), at(NINE));

      assertThat(accepted.failureType()).isEqualTo(FailureType.OTHER_CORE_SERVICE_FAILURE);
      assertThat(accepted.department()).isEqualTo(Department.HOUSEKEEPING);
      assertThat(accepted.severity()).isEqualTo(Severity.MAJOR);
      assertThat(accepted.flags()).containsExactly(Flag.HEALTH);
    }

    @Test
    void words_alone_are_serious_until_somebody_has_sorted_them() {
      ComplaintAccepted accepted = admitted(complaint("narrative", "It is awful"), at(NINE));

      assertThat(accepted.issue()).isEqualTo(ComplaintDoor.UNSORTED);
      assertThat(accepted.severity()).isEqualTo(Severity.MAJOR);
      assertThat(accepted.textId()).isEqualTo(Evening.KEY.toString());
    }

    @Test
    void harm_and_flags_raise_and_nothing_lowers() {
      assertThat(
              admitted(complaint("issue", "WIFI", "harm", Map.of("feelings", "SEVERE")), at(NINE))
                  .severity())
          .isEqualTo(Severity.CRITICAL);
      assertThat(
              admitted(
                      complaint(
                          "issue", "PESTS", "severity", "MINOR", "harm", Map.of("time", "NONE")),
                      at(NINE))
                  .severity())
          .as("health is never minor")
          .isEqualTo(Severity.MAJOR);
      assertThat(
              admitted(complaint("issue", "WIFI", "flags", List.of("SAFETY")), at(NINE)).severity())
          .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void the_channel_says_who_knew_first_unless_the_source_does() {
      assertThat(origin("channel", "STAFF_OBSERVATION")).isEqualTo(Origin.STAFF);
      assertThat(origin("channel", "PHONE")).isEqualTo(Origin.GUEST);
      assertThat(origin("channel", "THIRD_PARTY_AUTHORITY")).isEqualTo(Origin.THIRD_PARTY);
      assertThat(origin("channel", "PHONE", "reportedBy", "STAFF")).isEqualTo(Origin.STAFF);
    }

    private static Origin origin(Object... fields) {
      Object[] more = java.util.Arrays.copyOf(fields, fields.length + 2);
      more[fields.length] = "issue";
      more[fields.length + 1] = "WIFI";
      return admitted(complaint(more), at(NINE)).origin();
    }

    @Test
    void a_review_stands_in_public() {
      assertThat(admitted(complaint("issue", "WIFI", "channel", "REVIEW_SITE"), at(NINE)).open())
          .isTrue();
      assertThat(admitted(complaint("issue", "WIFI", "channel", "EMAIL"), at(NINE)).open())
          .isFalse();
      assertThat(
              admitted(complaint("issue", "WIFI", "channel", "EMAIL", "public", true), at(NINE))
                  .open())
          .isTrue();
    }
  }

  @Nested
  class In_the_house {

    @Test
    void is_who_has_not_left_when_it_became_known() {
      assertThat(
              admitted(complaint("issue", "WIFI", "departureAt", NINE.toString()), at(NINE))
                  .inHouse())
          .isFalse();
      assertThat(
              admitted(
                      complaint("issue", "WIFI", "departureAt", NINE.plusMillis(1).toString()),
                      at(NINE))
                  .inHouse())
          .isTrue();
    }

    @Test
    void is_else_who_speaks_by_a_way_that_guests_in_the_house_use() {
      assertThat(admitted(complaint("issue", "WIFI", "channel", "IN_ROOM_QR"), at(NINE)).inHouse())
          .isTrue();
      assertThat(admitted(complaint("issue", "WIFI", "channel", "EMAIL"), at(NINE)).inHouse())
          .isFalse();
    }

    @Test
    void is_nobody_whose_departure_we_saw() {
      ComplaintAccepted told = admitted(complaint("issue", "WIFI", "stayId", "S-1"), at(TEN_PAST));
      Whereabouts gone = Evening.in("1204", "ana", NINE.minusSeconds(3600)).endedAt(NINE);
      Whereabouts there = Evening.in("1204", "ana", NINE.minusSeconds(3600));

      assertThat(Identified.complaint(told, Found.at(gone)).inHouse()).isFalse();
      assertThat(Identified.complaint(told, Found.at(there)).inHouse()).isTrue();
    }
  }

  @Nested
  class Whose_it_is {

    private static WhoIsIt who(ComplaintReported reported, Source from) {
      Arrival arrival = new Arrival(from, Evening.KEY, NINE, false);
      return ((Admitted<?>) ComplaintDoor.admit(reported, arrival, PLACE, POLICY, Reading.NOTHING))
          .who();
    }

    @Test
    void is_whom_the_source_named_under_the_id_of_the_whole_chain() {
      Source opera = new Source("opera7", null, Scope.SOURCE, false, Set.of());

      assertThat(who(complaint("issue", "WIFI", "guestId", "4711"), opera).named())
          .isEqualTo(new GuestId("OPERA7~4711"));
    }

    @Test
    void is_else_asked_by_stay_then_by_room_and_is_otherwise_a_guest_of_its_own() {
      WhoIsIt who =
          who(complaint("issue", "WIFI", "stayId", "S-1", "room", "1204"), Source.of("pms"));

      assertThat(who.keys()).containsExactly("stay/S-1", "room/SIN-MARINA/1204");
      assertThat(who.otherwise()).isEqualTo(new GuestId("A-" + Evening.KEY));
    }
  }

  @Nested
  class What_the_words_say {

    private static final Suggestion PESTS = new Suggestion("PESTS", 0.8, List.of("蟑螂"), 1);

    @Test
    void is_gone_by_until_somebody_has_looked_and_is_never_less_than_serious() {
      ComplaintAccepted read =
          read(complaint("narrative", "…"), new Reading(PESTS, true, "zh-Hans", null));
      assertThat(read.issue()).isEqualTo("PESTS");
      assertThat(read.department()).isEqualTo(Department.HOUSEKEEPING);
      assertThat(read.flags()).contains(Flag.HEALTH);
      assertThat(read.language()).isEqualTo("zh-Hans");
      assertThat(read.suggested()).isEqualTo(PESTS);

      Suggestion wifi = new Suggestion("WIFI", 0.8, List.of("wifi"), 1);
      assertThat(read(complaint("narrative", "…"), new Reading(wifi, true, null, null)).severity())
          .isEqualTo(Severity.MAJOR);
    }

    @Test
    void is_only_shown_where_it_is_not_sure() {
      ComplaintAccepted read =
          read(complaint("narrative", "…"), new Reading(PESTS, false, null, null));
      assertThat(read.issue()).isEqualTo(ComplaintDoor.UNSORTED);
      assertThat(read.suggested()).isEqualTo(PESTS);
    }

    @Test
    void never_makes_a_case_that_few_may_see_or_that_stays_critical() {
      for (String grave : List.of("INJURY", "PRIVACY_BREACH")) {
        Suggestion sure = new Suggestion(grave, 0.9, List.of("fell"), 1);
        ComplaintAccepted read =
            read(complaint("narrative", "…"), new Reading(sure, true, "en", null));
        assertThat(read.issue()).isEqualTo(ComplaintDoor.UNSORTED);
        assertThat(read.flags()).isEmpty();
        assertThat(read.suggested()).as("somebody has to look").isEqualTo(sure);
      }
    }

    @Test
    void gives_way_to_what_a_person_said_and_to_the_chains_own_catalogue() {
      ComplaintAccepted said =
          read(complaint("issue", "WIFI", "language", "en"), new Reading(PESTS, true, "zh", null));
      assertThat(said.issue()).isEqualTo("WIFI");
      assertThat(said.severity()).isEqualTo(Severity.MINOR);
      assertThat(said.language()).isEqualTo("en");
      assertThat(said.suggested()).isNull();

      Suggestion unknown = new Suggestion("NO_SUCH", 0.9, List.of(), 1);
      ComplaintAccepted other =
          read(complaint("narrative", "…"), new Reading(unknown, true, null, null));
      assertThat(other.issue()).isEqualTo(ComplaintDoor.UNSORTED);
      assertThat(other.suggested()).isNull();
    }

    private ComplaintAccepted read(ComplaintReported reported, Reading reading) {
      return ((Admitted<ComplaintAccepted>)
              ComplaintDoor.admit(reported, at(TEN_PAST), PLACE, POLICY, reading))
          .what();
    }
  }
}
