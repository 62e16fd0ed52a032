package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.madeGood;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.Role;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.Gate.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest is asked how it was: once, in time, and not when it is pointless. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SurveyTopologyTest {

  private static final Instant MADE = AFTERNOON.plus(Duration.ofMinutes(24));
  private static final Instant ASKED = MADE.plus(Duration.ofHours(2));

  private final Driven house;

  SurveyTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
    hear(
        new RecoveryEvent.CaseOpened(
            stamp(1, AFTERNOON),
            facts(Channel.FRONT_DESK),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void hear(RecoveryEvent event) {
    house.in(Topics.CASE_EVENTS.on(""), GUEST, event, event.stamp().eventId());
  }

  private void hear(String kind, String rest) {
    InteractionRecorded told =
        Json.read(
            Keys.bytes(
                """
                {"guestId":"%s","source":"pms","history":false,"kind":"%s",%s}
                """
                    .formatted(GUEST.value(), kind, rest)),
            InteractionRecorded.class);
    house.in(Topics.INTERACTIONS.on(""), GUEST, told, kind + rest.hashCode());
  }

  private List<String> mailsAt(Instant then) {
    return house.at(then).stream().map(Out.Order::draft).map(Draft::template).toList();
  }

  private List<String> reasons() {
    return house.told(Suppressed.class).stream().map(Suppressed::reason).toList();
  }

  @Test
  void two_hours_after_it_was_made_good_and_once() {
    hear(madeGood(MADE));
    hear(madeGood(MADE));
    assertThat(mailsAt(ASKED.minusSeconds(2))).isEmpty();
    assertThat(mailsAt(ASKED)).containsExactly("survey");
    hear(madeGood(MADE));
    assertThat(mailsAt(ASKED.plusSeconds(60))).isEmpty();
  }

  @Test
  void not_into_a_conversation_that_goes_on() {
    hear(madeGood(MADE));
    Instant call = ASKED.minus(Duration.ofMinutes(10));
    hear("CONTACT_MADE", "\"occurredAt\":\"%s\"".formatted(call));
    assertThat(mailsAt(ASKED.plusSeconds(1))).isEmpty();
    assertThat(mailsAt(call.plus(Duration.ofMinutes(30)))).containsExactly("survey");
  }

  @Test
  void not_if_the_guest_has_said_it_already() {
    hear(madeGood(MADE));
    hear(
        new RecoveryEvent.FollowUpAnswered(
            stamp(7, MADE.plusSeconds(600)), new Answered(9, 5, 5, 5)));
    assertThat(mailsAt(ASKED)).isEmpty();
    assertThat(reasons()).containsExactly(Reason.DONE_ALREADY.name());
  }

  @Test
  void closed_by_a_person_it_is_asked_still_by_time_alone_it_is_not() {
    hear(madeGood(MADE));
    hear(closed(Actor.staff("tom")));
    assertThat(mailsAt(ASKED)).containsExactly("survey");
  }

  @Test
  void a_case_that_time_has_closed_is_not_asked_about() {
    hear(madeGood(MADE));
    hear(closed(Actor.CLOCK));
    assertThat(mailsAt(ASKED)).isEmpty();
    assertThat(reasons()).containsExactly(Reason.CASE_CLOSED.name());
  }

  @Test
  void who_was_heard_already_gets_no_form_after_the_closing_either() {
    hear(madeGood(MADE));
    hear(new RecoveryEvent.FollowUpAnswered(stamp(7, MADE.plusSeconds(600)), null));
    hear(closed(Actor.staff("tom")));
    assertThat(mailsAt(ASKED)).isEmpty();
    assertThat(reasons()).containsExactly(Reason.DONE_ALREADY.name());
  }

  @Test
  void who_writes_about_an_open_case_is_read_by_somebody() {
    house.table(
        Topics.ROSTERS.on(""),
        Evening.HOTEL.value(),
        Evening.roster(Evening.person("tom", Role.DUTY_MANAGER)));
    hear(
        "CONTACT_MADE",
        "\"occurredAt\":\"%s\",\"caseId\":\"case-1\",\"textId\":\"t-1\"".formatted(AFTERNOON));
    assertThat(mailsAt(AFTERNOON.plusSeconds(1))).containsExactly("written-again");
  }

  @Test
  void what_is_for_few_eyes_is_asked_by_the_general_manager_and_seen_by_no_duty_manager() {
    house.table(
        Topics.ROSTERS.on(""),
        Evening.HOTEL.value(),
        Evening.roster(
            Evening.person("tom", Role.DUTY_MANAGER), Evening.person("gm", Role.GENERAL_MANAGER)));
    hear(
        new RecoveryEvent.CaseOpened(
            stamp(1, AFTERNOON),
            facts(Channel.GM_MAILBOX, Flag.SENSITIVE),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
    hear(madeGood(MADE));
    assertThat(house.at(ASKED))
        .extracting(order -> order.draft().message().staffId())
        .containsExactly("gm");
  }

  @Test
  void a_call_about_a_cycle_that_is_over_is_not_made() {
    house.table(
        Topics.ROSTERS.on(""),
        Evening.HOTEL.value(),
        Evening.roster(Evening.person("gm", Role.GENERAL_MANAGER)));
    var again =
        io.amends.contracts.recovery.Situation.of(facts(Channel.FRONT_DESK)).again(AFTERNOON);
    hear(changed(5, again));
    hear(madeGood(MADE));
    hear(changed(7, again.again(MADE)));
    assertThat(mailsAt(ASKED)).isEmpty();
    assertThat(reasons()).containsExactly(Reason.ASKED_BY_CALL.name(), Reason.FAILED_AGAIN.name());
  }

  private static RecoveryEvent changed(int version, io.amends.contracts.recovery.Situation now) {
    return new RecoveryEvent.SituationChanged(
        stamp(version, AFTERNOON),
        RecoveryEvent.Change.GUEST_LINKED,
        now,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  @Test
  void who_was_let_down_twice_is_called_by_day_and_gets_no_form() {
    house.table(
        Topics.ROSTERS.on(""),
        Evening.HOTEL.value(),
        Evening.roster(
            Evening.person("tom", Role.DUTY_MANAGER), Evening.person("gm", Role.GENERAL_MANAGER)));
    hear(
        new RecoveryEvent.SituationChanged(
            stamp(5, AFTERNOON),
            RecoveryEvent.Change.GUEST_LINKED,
            io.amends.contracts.recovery.Situation.of(facts(Channel.FRONT_DESK)).again(AFTERNOON),
            List.of(),
            List.of(),
            List.of(),
            null));
    Instant evening = Instant.parse("2027-01-12T10:30:00Z"); // half past six there
    house.clock.moveTo(evening);
    hear(madeGood(evening));
    assertThat(reasons()).containsExactly(Reason.ASKED_BY_CALL.name());
    assertThat(mailsAt(evening.plus(Duration.ofHours(2)))).as("after eight").isEmpty();
    Instant ten = Instant.parse("2027-01-13T02:00:00Z");
    assertThat(house.at(ten))
        .extracting(order -> order.draft().template(), order -> order.draft().message().staffId())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("call", "gm"));
  }

  private static RecoveryEvent closed(Actor by) {
    return new RecoveryEvent.CaseClosed(
        new Stamp(GUEST, CASE, 8, by, MADE.plus(Duration.ofMinutes(30))));
  }

  @Test
  void not_if_the_guest_wants_no_surveys() {
    hear(madeGood(MADE));
    hear(
        "CONSENT_CHANGED",
        "\"occurredAt\":\"%s\",\"purpose\":\"%s\",\"channel\":\"EMAIL\",\"state\":\"REVOKED\""
            .formatted(MADE, Consent.Purpose.SURVEY));
    assertThat(mailsAt(ASKED)).isEmpty();
    assertThat(reasons()).containsExactly(Reason.NO_CONSENT.name());
  }

  private void staysThreeNights() {
    hear(
        "CHECKED_IN",
        """
        "propertyId":"SIN-MARINA","stayId":"S-9","occurredAt":"2027-01-12T06:00:00Z",
        "departureAt":"2027-01-15T03:00:00Z"
        """);
  }

  @Test
  void who_has_an_open_case_is_not_asked_about_the_stay_as_well() {
    staysThreeNights();
    assertThat(mailsAt(Instant.parse("2027-01-13T02:00:00Z"))).isEmpty();
    assertThat(reasons()).containsExactly(Reason.CASE_OPEN.name());
  }

  @Test
  void a_stay_is_asked_about_once_in_it_and_not_again_after_it() {
    hear(closed(Actor.CLOCK));
    staysThreeNights();
    assertThat(mailsAt(Instant.parse("2027-01-13T02:00:00Z"))).containsExactly("survey-in-stay");
    house.clock.moveTo(Instant.parse("2027-01-15T03:00:00Z"));
    hear(
        "STAY_COMPLETED",
        "\"propertyId\":\"SIN-MARINA\",\"stayId\":\"S-9\",\"occurredAt\":\"2027-01-15T03:00:00Z\"");
    assertThat(mailsAt(Instant.parse("2027-01-16T02:00:00Z"))).isEmpty();
    assertThat(reasons()).containsExactly(Reason.TOO_OFTEN.name());
  }
}
