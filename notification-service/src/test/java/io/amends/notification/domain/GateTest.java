package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.MORNING;
import static io.amends.notification.domain.Evening.NIGHT;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.SINGAPORE;
import static io.amends.notification.domain.Evening.draft;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.willing;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.notification.domain.ClosedCase.Answer;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.OpenCase.Done;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTest {

  private static final Verdict SEND = new Verdict.Send();

  private static Verdict ask(Draft draft, Guest guest, Instant now) {
    return Gate.decide(draft, guest, Mode.LIVE, SINGAPORE, now, POLICY);
  }

  private static Verdict suppressed(Reason why) {
    return new Verdict.Suppress(why);
  }

  private static Guest withCase(Flag... flags) {
    return willing().withOpen(CASE, facts(Channel.FRONT_DESK, flags));
  }

  @Nested
  class A_mode {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void of_shadow_sends_nothing(Purpose purpose) {
      assertThat(
              Gate.decide(
                  draft(purpose, CASE), withCase(), Mode.SHADOW, SINGAPORE, AFTERNOON, POLICY))
          .isEqualTo(suppressed(Reason.SHADOW));
    }

    @Test
    void for_staff_alone_alerts_them_and_writes_to_no_guest() {
      assertThat(
              Gate.decide(
                  draft(Purpose.STAFF_ALERT, CASE),
                  withCase(),
                  Mode.STAFF_ONLY,
                  SINGAPORE,
                  AFTERNOON,
                  POLICY))
          .isEqualTo(SEND);
      assertThat(
              Gate.decide(
                  draft(Purpose.FOLLOW_UP, CASE),
                  withCase(),
                  Mode.STAFF_ONLY,
                  SINGAPORE,
                  AFTERNOON,
                  POLICY))
          .isEqualTo(suppressed(Reason.STAFF_ONLY));
    }
  }

  @Nested
  class Validity {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void ends_at_its_very_instant(Purpose purpose) {
      Draft draft = draft(purpose, CASE);
      Instant end = draft.message().validUntil();
      assertThat(ask(draft, withCase(), end)).isEqualTo(new Verdict.Expire());
      assertThat(ask(draft, withCase(), end.minusMillis(1))).isNotEqualTo(new Verdict.Expire());
    }
  }

  @Nested
  class A_message_about_a_case {

    @Test
    void is_pointless_once_the_case_is_closed() {
      Guest closed = withCase().withClosed(CASE, AFTERNOON, ClosedCase.Ending.BY_PERSON);
      assertThat(ask(draft(Purpose.STAFF_ALERT, CASE), closed, AFTERNOON))
          .isEqualTo(suppressed(Reason.CASE_CLOSED));
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), closed, AFTERNOON))
          .isEqualTo(suppressed(Reason.CASE_CLOSED));
      assertThat(ask(draft(Purpose.SERVICE, CASE), closed, AFTERNOON))
          .as("a voucher still reaches its guest")
          .isEqualTo(SEND);
    }

    @Test
    void is_pointless_once_all_that_it_asks_for_is_done() {
      Draft alert = draft(Purpose.STAFF_ALERT, CASE, Done.ACKNOWLEDGED, Done.APOLOGISED);
      Guest half = withCase().withDone(CASE, Done.ACKNOWLEDGED);
      assertThat(ask(alert, half, AFTERNOON)).isEqualTo(SEND);
      assertThat(ask(alert, half.withDone(CASE, Done.APOLOGISED), AFTERNOON))
          .isEqualTo(suppressed(Reason.DONE_ALREADY));
    }

    @Test
    void asks_nobody_who_has_answered() {
      Draft followUp = draft(Purpose.FOLLOW_UP, CASE, Done.ANSWERED);
      assertThat(ask(followUp, withCase(), AFTERNOON)).isEqualTo(SEND);
      assertThat(ask(followUp, withCase().withAnswer(CASE, Answer.SATISFIED), AFTERNOON))
          .isEqualTo(suppressed(Reason.DONE_ALREADY));
    }
  }

  @Nested
  class Consent_ {

    @Test
    void is_not_needed_for_the_guests_own_case_unless_it_was_refused() {
      Draft followUp = draft(Purpose.FOLLOW_UP, CASE);
      Guest silent = Guest.UNKNOWN.withOpen(CASE, facts(Channel.FRONT_DESK));
      assertThat(ask(followUp, silent, AFTERNOON)).isEqualTo(SEND);
      for (Consent.State no : new Consent.State[] {Consent.State.DENIED, Consent.State.REVOKED}) {
        Guest refused = silent.with(Consent.Purpose.SERVICE, Consent.By.EMAIL, no, AFTERNOON);
        assertThat(ask(followUp, refused, AFTERNOON)).isEqualTo(suppressed(Reason.NO_CONSENT));
      }
    }

    @Test
    void is_needed_for_all_that_sells() {
      for (Purpose purpose : Purpose.values()) {
        if (purpose.promotional()) {
          assertThat(ask(draft(purpose, null), Guest.UNKNOWN, AFTERNOON))
              .isEqualTo(suppressed(Reason.NO_CONSENT));
          assertThat(ask(draft(purpose, null), willing(), AFTERNOON))
              .isNotEqualTo(suppressed(Reason.NO_CONSENT));
        }
      }
    }

    @Test
    void to_profiling_is_taken_as_given_until_the_guest_objects_and_then_no_offer_goes_by_risk() {
      Guest objects =
          willing()
              .with(Consent.Purpose.PROFILING, Consent.By.EMAIL, Consent.State.REVOKED, AFTERNOON);
      assertThat(ask(draft(Purpose.RETENTION_OFFER, null), objects, AFTERNOON))
          .isEqualTo(suppressed(Reason.NO_CONSENT));
      assertThat(ask(draft(Purpose.APOLOGY_OFFER, null), objects, AFTERNOON)).isEqualTo(SEND);
    }
  }

  @Nested
  class Nothing_promotional_goes {

    private static final Draft OFFER = draft(Purpose.RETENTION_OFFER, null);

    @Test
    void while_a_case_is_open_but_an_apology_offer_does() {
      assertThat(ask(OFFER, withCase(), AFTERNOON)).isEqualTo(suppressed(Reason.CASE_OPEN));
      assertThat(ask(draft(Purpose.APOLOGY_OFFER, CASE), withCase(), AFTERNOON)).isEqualTo(SEND);
    }

    @Test
    void soon_after_a_case_by_what_the_guest_said_of_it() {
      Guest silent = withCase().withClosed(CASE, AFTERNOON, ClosedCase.Ending.BY_PERSON);
      rests(silent, Duration.ofDays(30));
      rests(silent.withAnswer(CASE, Answer.SATISFIED), Duration.ofDays(14));
      rests(silent.withAnswer(CASE, Answer.NOT_SATISFIED), Duration.ofDays(60));
    }

    private void rests(Guest guest, Duration rest) {
      Instant end = AFTERNOON.plus(rest);
      Draft offer = later(OFFER, end.plus(Duration.ofDays(1)));
      assertThat(ask(offer, guest, end.minusMillis(1)))
          .isEqualTo(suppressed(Reason.CASE_LATELY_CLOSED));
      assertThat(ask(offer, guest, end)).isEqualTo(SEND);
    }

    @Test
    void for_half_a_year_after_an_authority_has_asked_not_even_an_apology_offer() {
      Guest asked =
          willing()
              .withOpen(CASE, facts(Channel.THIRD_PARTY_AUTHORITY))
              .withClosed(CASE, AFTERNOON, ClosedCase.Ending.BY_PERSON)
              .withAnswer(CASE, Answer.SATISFIED);
      Instant end = AFTERNOON.plus(Duration.ofDays(180));
      Draft apology = later(draft(Purpose.APOLOGY_OFFER, null), end.plus(Duration.ofDays(1)));
      assertThat(ask(apology, asked, end.minusMillis(1)))
          .isEqualTo(suppressed(Reason.AUTHORITY_ASKED));
      assertThat(ask(apology, asked, end)).isEqualTo(SEND);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENSITIVE", "LEGAL", "PROBLEM_CUSTOMER"})
    void to_the_guest_of_a_sensitive_case_nor_any_question(Flag flag) {
      assertThat(ask(draft(Purpose.APOLOGY_OFFER, CASE), withCase(flag), AFTERNOON))
          .isEqualTo(suppressed(Reason.SENSITIVE));
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), withCase(flag), AFTERNOON))
          .isEqualTo(suppressed(Reason.SENSITIVE));
      assertThat(ask(draft(Purpose.SURVEY, CASE), withCase(flag), AFTERNOON))
          .isEqualTo(suppressed(Reason.SENSITIVE));
    }
  }

  @Nested
  class At_night {

    @Test
    void a_guest_is_left_in_peace_until_nine_and_staff_are_not() {
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), withCase(), NIGHT))
          .isEqualTo(new Verdict.Hold(MORNING, Reason.QUIET_HOURS));
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), withCase(), MORNING)).isEqualTo(SEND);
      assertThat(ask(draft(Purpose.STAFF_ALERT, CASE), withCase(), NIGHT)).isEqualTo(SEND);
    }

    @Test
    void a_greeting_is_dropped() {
      assertThat(ask(draft(Purpose.GREETING, null), willing(), NIGHT))
          .isEqualTo(suppressed(Reason.QUIET_HOURS));
    }

    @Test
    void what_nobody_needs_any_more_in_the_morning_is_not_kept() {
      Draft followUp = later(draft(Purpose.FOLLOW_UP, CASE), MORNING);
      assertThat(ask(followUp, withCase(), NIGHT)).isEqualTo(suppressed(Reason.QUIET_HOURS));
      assertThat(ask(later(followUp, MORNING.plusMillis(1)), withCase(), NIGHT))
          .isEqualTo(new Verdict.Hold(MORNING, Reason.QUIET_HOURS));
    }
  }

  @Nested
  class Too_often {

    private static final Duration DAY = Duration.ofDays(1);

    private static Guest told(Guest guest, Purpose purpose, String id, Instant at) {
      return guest.withTold(draft(id, purpose, CASE).message(), at);
    }

    @Test
    void is_a_third_message_within_a_day_but_what_serves_the_guests_case_is_counted_apart() {
      Guest twice =
          told(
              told(withCase(), Purpose.FOLLOW_UP, "a", AFTERNOON),
              Purpose.SURVEY,
              "b",
              AFTERNOON.plusSeconds(60));
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), twice, AFTERNOON.plusSeconds(120)))
          .isEqualTo(new Verdict.Hold(AFTERNOON.plus(DAY), Reason.TOO_OFTEN));
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), twice, AFTERNOON.plus(DAY))).isEqualTo(SEND);
      assertThat(ask(draft(Purpose.SERVICE, CASE), twice, AFTERNOON.plusSeconds(120)))
          .isEqualTo(SEND);
    }

    @Test
    void is_not_what_comes_after_two_messages_that_serve_the_guests_case() {
      Guest served =
          told(told(withCase(), Purpose.SERVICE, "a", AFTERNOON), Purpose.SERVICE, "b", AFTERNOON);
      assertThat(ask(draft(Purpose.FOLLOW_UP, CASE), served, AFTERNOON)).isEqualTo(SEND);
    }

    @Test
    void is_a_fifth_message_about_one_case_within_a_day() {
      Guest guest = withCase();
      for (int i = 0; i < 4; i++) {
        assertThat(ask(draft(Purpose.SERVICE, CASE), guest, AFTERNOON)).isEqualTo(SEND);
        guest = told(guest, Purpose.SERVICE, "s" + i, AFTERNOON);
      }
      assertThat(ask(draft(Purpose.SERVICE, CASE), guest, AFTERNOON))
          .isEqualTo(new Verdict.Hold(AFTERNOON.plus(DAY), Reason.TOO_OFTEN));
      assertThat(ask(draft(Purpose.SERVICE, new CaseId("case-2")), guest, AFTERNOON))
          .as("another case")
          .isEqualTo(SEND);
    }

    @Test
    void is_a_second_survey_within_thirty_days() {
      Guest asked = told(withCase(), Purpose.SURVEY, "a", AFTERNOON);
      Instant end = AFTERNOON.plus(Duration.ofDays(30));
      Draft survey = later(draft(Purpose.SURVEY, CASE), end.plus(DAY));
      assertThat(ask(survey, asked, end.minusMillis(1)))
          .isEqualTo(new Verdict.Hold(end, Reason.TOO_OFTEN));
      assertThat(ask(survey, asked, end)).isEqualTo(SEND);
    }

    @Test
    void is_a_second_promotion_within_a_week_and_a_third_within_thirty_days() {
      Instant week = AFTERNOON.plus(Duration.ofDays(7));
      Guest once = told(willing(), Purpose.GREETING, "a", AFTERNOON);
      assertThat(ask(draft(Purpose.RETENTION_OFFER, null), once, week.minusMillis(1)))
          .isEqualTo(new Verdict.Hold(week, Reason.TOO_OFTEN));
      assertThat(ask(draft(Purpose.RETENTION_OFFER, null), once, week)).isEqualTo(SEND);

      Guest twice = told(once, Purpose.RETENTION_OFFER, "b", week);
      Instant month = AFTERNOON.plus(Duration.ofDays(30));
      Draft offer = later(draft(Purpose.RETENTION_OFFER, null), month.plus(DAY));
      assertThat(ask(offer, twice, month.minusMillis(1)))
          .isEqualTo(new Verdict.Hold(month, Reason.TOO_OFTEN));
      assertThat(ask(offer, twice, month)).isEqualTo(SEND);
    }

    @Test
    void counts_nothing_that_did_not_reach_the_guest() {
      Guest asked = told(withCase(), Purpose.SURVEY, "a", AFTERNOON).withoutTold("a");
      assertThat(ask(draft(Purpose.SURVEY, CASE), asked, AFTERNOON)).isEqualTo(SEND);
    }
  }

  private static Draft later(Draft draft, Instant validUntil) {
    var message = draft.message();
    return new Draft(
        new io.amends.contracts.notification.Message(
            message.messageId(),
            message.guestId(),
            message.caseId(),
            message.propertyId(),
            message.purpose(),
            message.step(),
            message.via(),
            message.staffId(),
            message.causedBy(),
            validUntil),
        draft.template(),
        draft.parameters(),
        draft.locale(),
        draft.zone(),
        draft.mootBy());
  }
}
