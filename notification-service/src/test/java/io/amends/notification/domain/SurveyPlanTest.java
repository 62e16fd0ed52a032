package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.hotel;
import static io.amends.notification.domain.Evening.madeGood;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.Severity;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.ClosedCase.Answer;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.SurveyPlan.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked how it was, and when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SurveyPlanTest {

  private static final Guest LONDONER = Guest.UNKNOWN.withProfile("en-GB", "Europe/London", null);

  private static OpenCase open(Channel channel, boolean inHouse, Flag... flags) {
    Guest guest = Guest.UNKNOWN.withOpen(CASE, facts(channel, inHouse, null, flags));
    return java.util.Objects.requireNonNull(guest.open(CASE));
  }

  private static OpenCase here() {
    return open(Channel.FRONT_DESK, true);
  }

  private static Plan plan(OpenCase about, String made) {
    return SurveyPlan.afterRecovery(
        madeGood(Instant.parse(made)), about, hotel(Mode.LIVE), LONDONER, POLICY);
  }

  private static Instant asked(OpenCase about, String made) {
    assertThat(plan(about, made)).isInstanceOf(Plan.Ask.class);
    return ((Plan.Ask) plan(about, made)).at();
  }

  private static Reason notAsked(OpenCase about) {
    Plan plan = plan(about, "2027-01-12T07:24:00Z");
    assertThat(plan).isInstanceOf(Plan.DoNot.class);
    return ((Plan.DoNot) plan).why();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-12T15:24:00+08:00,2027-01-12T17:24:00+08:00",
    "2027-01-12T06:59:59+08:00,2027-01-12T09:00:00+08:00",
    "2027-01-12T18:59:59+08:00,2027-01-12T20:59:59+08:00",
    "2027-01-12T19:00:00+08:00,2027-01-13T09:00:00+08:00",
    "2027-01-12T23:30:00+08:00,2027-01-13T09:00:00+08:00"
  })
  void a_guest_in_house_is_asked_two_hours_later_by_day(String made, String asked) {
    assertThat(asked(here(), java.time.OffsetDateTime.parse(made).toInstant().toString()))
        .isEqualTo(java.time.OffsetDateTime.parse(asked).toInstant());
  }

  @Test
  void who_has_left_is_asked_the_next_morning_at_home() {
    assertThat(asked(open(Channel.EMAIL, false), "2027-01-12T23:30:00Z"))
        .isEqualTo(Instant.parse("2027-01-13T10:00:00Z"));
  }

  @Test
  void what_is_grave_or_failed_twice_is_asked_by_a_person() {
    var now = here().now();
    String made = "2027-01-12T07:24:00Z";
    assertThat(plan(here().with(now.again(Instant.EPOCH)), made)).isInstanceOf(Plan.Call.class);
    assertThat(plan(here().with(now.with(Severity.CRITICAL)), made)).isInstanceOf(Plan.Call.class);
    assertThat(plan(open(Channel.EMAIL, true, Flag.SENSITIVE), made)).isInstanceOf(Plan.Call.class);
  }

  @Test
  void authorities_lawyers_and_problem_customers_get_no_form() {
    assertThat(notAsked(open(Channel.THIRD_PARTY_AUTHORITY, true))).isEqualTo(Reason.SENSITIVE);
    assertThat(notAsked(open(Channel.EMAIL, true, Flag.LEGAL))).isEqualTo(Reason.SENSITIVE);
    assertThat(notAsked(open(Channel.EMAIL, true, Flag.PROBLEM_CUSTOMER)))
        .isEqualTo(Reason.SENSITIVE);
  }

  @Test
  void a_quarter_of_the_minor_ones_is_asked_the_same_each_time() {
    BigDecimal quarter = new BigDecimal("0.25");
    long asked = IntStream.range(0, 10_000).filter(i -> Share.takes("case-" + i, quarter)).count();
    assertThat(asked).isBetween(2_300L, 2_700L); // five standard deviations
    assertThat(Share.takes(CASE.value(), BigDecimal.ONE)).isTrue();
    assertThat(Share.takes(CASE.value(), BigDecimal.ZERO)).isFalse();
  }

  @Test
  void one_cycle_has_one_survey_whatever_makes_it_good_again() {
    Plan.Ask first = (Plan.Ask) plan(here(), "2027-01-12T07:24:00Z");
    Plan.Ask again = (Plan.Ask) plan(here(), "2027-01-12T08:00:00Z");
    assertThat(again.draft().message().messageId()).isEqualTo(first.draft().message().messageId());
  }

  private static InteractionRecorded stay(String kind, String rest) {
    return Json.read(
        Keys.bytes(
            """
            {"guestId":"%s","source":"pms","kind":"%s","propertyId":"%s","stayId":"S-1",%s}
            """
                .formatted(GUEST.value(), kind, HOTEL.value(), rest)),
        InteractionRecorded.class);
  }

  private static Optional<Plan.Ask> inStay(String rest) {
    return SurveyPlan.inStay(stay("CHECKED_IN", rest), hotel(Mode.LIVE), LONDONER, POLICY);
  }

  @Test
  void three_nights_are_asked_about_on_the_second_day_as_long_as_the_guest_is_there() {
    Plan.Ask ask =
        inStay(
                "\"history\":false,\"occurredAt\":\"2027-01-12T06:40:00Z\",\"departureAt\":\"2027-01-15T03:00:00Z\"")
            .orElseThrow();
    assertThat(ask.at()).isEqualTo(Instant.parse("2027-01-13T02:00:00Z")); // ten in the morning
    assertThat(ask.draft().message().validUntil()).isEqualTo(Instant.parse("2027-01-15T02:00:00Z"));
    assertThat(ask.draft().get(SurveyPlan.ANSWER_BY)).isEqualTo("2027-01-15T03:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "false;,\"departureAt\":\"2027-01-14T03:00:00Z\"",
        "true;,\"departureAt\":\"2027-01-15T03:00:00Z\"",
        "false;,\"nights\":2",
        "false;''"
      })
  void short_past_and_open_ended_stays_are_not(boolean history, String rest) {
    assertThat(
            inStay(
                "\"history\":%s,\"occurredAt\":\"2027-01-12T06:40:00Z\"%s"
                    .formatted(history, rest)))
        .isEmpty();
  }

  @Test
  void after_a_stay_the_guest_is_thanked_the_next_morning_at_home() {
    String left = "\"occurredAt\":\"2027-01-15T03:00:00Z\"";
    assertThat(
            SurveyPlan.postStay(
                    stay("STAY_COMPLETED", "\"history\":false," + left),
                    hotel(Mode.LIVE),
                    LONDONER,
                    POLICY)
                .orElseThrow()
                .at())
        .isEqualTo(Instant.parse("2027-01-16T10:00:00Z"));
    assertThat(
            SurveyPlan.postStay(
                stay("STAY_COMPLETED", "\"history\":true," + left),
                hotel(Mode.LIVE),
                LONDONER,
                POLICY))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "9,5,5,5,SATISFIED",
        "5,3,3,3,SATISFIED",
        "-,-,-,-,SATISFIED",
        "4,5,5,5,NOT_SATISFIED",
        "9,2,5,5,NOT_SATISFIED",
        "9,5,2,5,NOT_SATISFIED",
        "9,5,5,2,NOT_SATISFIED"
      })
  void content_is_whose_answer_asks_for_no_second_recovery(
      @org.jspecify.annotations.Nullable Integer score,
      @org.jspecify.annotations.Nullable Integer outcome,
      @org.jspecify.annotations.Nullable Integer procedure,
      @org.jspecify.annotations.Nullable Integer courtesy,
      Answer found) {
    assertThat(
            Answer.of(
                new Answered(score, outcome, procedure, courtesy), POLICY.surveys().reopenIf()))
        .isEqualTo(found);
  }
}
