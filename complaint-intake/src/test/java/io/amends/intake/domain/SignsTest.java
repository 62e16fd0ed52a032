package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static io.amends.intake.domain.Evening.PLACE;
import static io.amends.intake.domain.Evening.POLICY;
import static io.amends.intake.domain.Evening.admitted;
import static io.amends.intake.domain.Evening.at;
import static io.amends.intake.domain.Evening.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.Detection.Rule;
import io.amends.contracts.policy.Detection.Sign;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What a system sees before a guest says it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignsTest {

  static Stream<Arguments> told() {
    return Stream.of(
        Arguments.of("SURVEY_ANSWERED", Map.of("score", 4), Sign.LOW_STAY_SCORE),
        Arguments.of("SURVEY_ANSWERED", Map.of("score", 5), null),
        Arguments.of("SURVEY_ANSWERED", Map.of(), null),
        Arguments.of("SURVEY_ANSWERED", Map.of("score", 0, "caseId", "c-1"), null),
        Arguments.of("SERVICE_USED", Map.of("waitedMinutes", 30), Sign.LONG_WAIT),
        Arguments.of("SERVICE_USED", Map.of("waitedMinutes", 29), null),
        Arguments.of("SERVICE_USED", Map.of("polarity", "NEGATIVE"), null),
        Arguments.of("SERVICE_USED", Map.of("cancelledByHotel", true), Sign.SERVICE_CANCELLED),
        Arguments.of("SERVICE_USED", Map.of("cancelledByHotel", false), null),
        Arguments.of("CONTACT_MADE", Map.of("waitedMinutes", 45), Sign.LONG_WAIT),
        Arguments.of("STAY_COMPLETED", Map.of("openRequests", 1), Sign.LEFT_UNANSWERED),
        Arguments.of("STAY_COMPLETED", Map.of("openRequests", 0), null),
        Arguments.of("STAY_COMPLETED", Map.of(), null),
        Arguments.of("REVIEW_PUBLISHED", Map.of("score", 0), null));
  }

  @ParameterizedTest
  @MethodSource("told")
  void are_what_the_policy_calls_so(
      String kind, Map<String, Object> fields, @Nullable Sign expected) {
    assertThat(Signs.in(of(kind, fields), false, POLICY).map(Signs.Seen::sign))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @MethodSource("told")
  void of_the_past_are_none(String kind, Map<String, Object> fields, @Nullable Sign unused) {
    assertThat(Signs.in(of(kind, fields), true, POLICY)).isEmpty();
  }

  @Test
  void that_are_not_sure_enough_open_nothing() {
    InteractionReported waited = of("SERVICE_USED", Map.of("waitedMinutes", 60));

    assertThat(Signs.in(waited, false, opensFrom(0.70))).isPresent();
    assertThat(Signs.in(waited, false, opensFrom(0.71))).isEmpty();
  }

  @Test
  void of_two_the_graver_counts_unless_the_chain_has_turned_it_off() {
    InteractionReported called =
        of("SERVICE_USED", Map.of("waitedMinutes", 90, "cancelledByHotel", true));
    HotelPolicy withoutCancelled =
        changed(
            policy ->
                ((ObjectNode) policy.get("detection").get("rules")).remove("SERVICE_CANCELLED"));

    assertThat(Signs.in(called, false, POLICY).map(Signs.Seen::sign))
        .contains(Sign.SERVICE_CANCELLED);
    assertThat(Signs.in(called, false, withoutCancelled).map(Signs.Seen::sign))
        .contains(Sign.LONG_WAIT);
  }

  @Test
  void in_answers_are_none_if_the_policy_does_not_say_from_which_score() {
    HotelPolicy silent =
        changed(policy -> ((ObjectNode) policy.get("surveys")).remove("opensCaseIf"));

    assertThat(Signs.in(of("SURVEY_ANSWERED", Map.of("score", 0)), false, silent)).isEmpty();
  }

  @Test
  void that_open_nothing_name_no_complaint_whatever_the_system_says() {
    InteractionReported used = of("SERVICE_USED", Map.of("complaintId", "of-the-pms"));

    assertThat(admitted(used, at(NINE.plusSeconds(60))).complaintId()).isNull();
  }

  @Test
  void of_a_policy_that_says_nothing_of_them_are_what_systems_call_failures() {
    HotelPolicy older = changed(policy -> policy.remove("detection"));

    assertThat(Signs.in(of("FAILURE_DETECTED", Map.of("issue", "WIFI")), false, older))
        .contains(new Signs.Seen(Sign.FAILURE_REPORTED, new Rule(1, Duration.ZERO, null, null)));
    assertThat(Signs.in(of("SURVEY_ANSWERED", Map.of("score", 0)), false, older)).isEmpty();
  }

  @Test
  void become_a_complaint_in_the_catalogues_words() {
    assertThat(complaint("SERVICE_USED", Map.of("waitedMinutes", 60)).issue())
        .isEqualTo("SLOW_SERVICE");
    assertThat(complaint("SERVICE_USED", Map.of("cancelledByHotel", true)).issue())
        .isEqualTo("FACILITY_CLOSED");
  }

  @Test
  void of_a_stay_are_of_somebody_who_may_have_left() {
    assertThat(complaint("SURVEY_ANSWERED", Map.of("score", 2)).inHouse()).isFalse();
    assertThat(complaint("STAY_COMPLETED", Map.of("openRequests", 2)))
        .extracting(ComplaintAccepted::inHouse, ComplaintAccepted::departureAt)
        .containsExactly(false, NINE);
    assertThat(complaint("SERVICE_USED", Map.of("waitedMinutes", 60)).inHouse()).isTrue();
  }

  @Test
  void meet_under_their_matter_whoever_saw_them() {
    assertThat(key("SERVICE_USED", Map.of("waitedMinutes", 60))).isEqualTo("sign/ana/SLOW_SERVICE");
    assertThat(key("SURVEY_ANSWERED", Map.of("score", 2, "stayId", "S-1")))
        .isEqualTo(key("STAY_COMPLETED", Map.of("openRequests", 1, "stayId", "S-1")))
        .isEqualTo("sign/stay/S-1");
    assertThat(key("SURVEY_ANSWERED", Map.of("score", 2)))
        .isEqualTo("sign/ana/WHOLE_STAY_DISAPPOINTED");
  }

  @Test
  void of_a_room_whose_guest_nobody_knows_meet_under_the_room() {
    InteractionReported seen =
        interaction(
            "kind", "FAILURE_DETECTED",
            "propertyId", "SIN-MARINA",
            "room", "1204",
            "failureType", "UNREASONABLY_SLOW_SERVICE");

    assertThat(key(seen)).isEqualTo("sign/room/SIN-MARINA/1204/UNREASONABLY_SLOW_SERVICE");
  }

  private static InteractionReported of(String kind, Map<String, Object> fields) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("kind", kind)
        .put("guestId", "ana")
        .put("propertyId", "SIN-MARINA")
        .put("occurredAt", NINE.toString());
    fields.forEach(body::putPOJO);
    return Json.read(Json.bytes(body), InteractionReported.class);
  }

  private static ComplaintAccepted complaint(String kind, Map<String, Object> fields) {
    return complaint(of(kind, fields));
  }

  private static ComplaintAccepted complaint(InteractionReported told) {
    Arrival arrival = at(NINE.plusSeconds(60));
    InteractionRecorded recorded = admitted(told, arrival);
    assertThat(recorded.complaintId()).isEqualTo(Evening.KEY.toString());
    return FailureSeen.complaintOf(
        Signs.in(told, false, POLICY).orElseThrow(), recorded, arrival, PLACE, POLICY);
  }

  private static String key(String kind, Map<String, Object> fields) {
    return key(of(kind, fields));
  }

  private static String key(InteractionReported told) {
    ComplaintAccepted complaint = complaint(told);
    return Signs.key(complaint, Objects.requireNonNull(complaint.detected()));
  }

  private static HotelPolicy opensFrom(double confidence) {
    return changed(policy -> ((ObjectNode) policy.get("detection")).put("opensFrom", confidence));
  }

  private static HotelPolicy changed(Consumer<ObjectNode> change) {
    ObjectNode policy =
        Json.mapper().convertValue(Yaml.resource(HotelPolicy.SHIPPED), ObjectNode.class);
    change.accept(policy);
    return Json.mapper().treeToValue(policy, HotelPolicy.class);
  }
}
