package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.SINGAPORE;
import static io.amends.notification.domain.Evening.draft;
import static io.amends.notification.domain.Evening.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.time.IanaZone;
import io.amends.kit.events.Json;
import io.amends.notification.domain.ClosedCase.Answer;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestTest {

  private static Guest says(Guest guest, Consent.State state, Instant at) {
    return guest.with(Consent.Purpose.MARKETING, Consent.By.EMAIL, state, at);
  }

  private static Consent.@org.jspecify.annotations.Nullable State state(Guest guest) {
    return guest.state(Consent.Purpose.MARKETING, Consent.By.EMAIL);
  }

  @Test
  void the_newest_word_counts_in_whatever_order_it_arrives() {
    Guest revoked = says(Guest.UNKNOWN, Consent.State.REVOKED, AFTERNOON);
    assertThat(state(says(revoked, Consent.State.GRANTED, AFTERNOON.minusMillis(1))))
        .isEqualTo(Consent.State.REVOKED);
    assertThat(state(says(revoked, Consent.State.GRANTED, AFTERNOON.plusMillis(1))))
        .isEqualTo(Consent.State.GRANTED);
  }

  @Test
  void of_two_words_of_one_instant_the_refusal_counts() {
    Guest granted = says(Guest.UNKNOWN, Consent.State.GRANTED, AFTERNOON);
    assertThat(state(says(granted, Consent.State.REVOKED, AFTERNOON)))
        .isEqualTo(Consent.State.REVOKED);
    Guest revoked = says(Guest.UNKNOWN, Consent.State.REVOKED, AFTERNOON);
    assertThat(state(says(revoked, Consent.State.GRANTED, AFTERNOON)))
        .isEqualTo(Consent.State.REVOKED);
  }

  @Test
  void sleeps_in_the_house_during_the_stay_and_at_home_after_it() {
    Instant departure = AFTERNOON.plusSeconds(3600);
    Guest guest =
        Guest.UNKNOWN
            .withProfile("en", "Europe/Paris", null)
            .withOpen(CASE, facts(Channel.FRONT_DESK, true, departure));
    Draft draft = draft(Purpose.FOLLOW_UP, CASE);
    assertThat(Whereabouts.zone(draft, guest, departure.minusMillis(1))).isEqualTo(SINGAPORE);
    assertThat(Whereabouts.zone(draft, guest, departure)).isEqualTo(new IanaZone("Europe/Paris"));
  }

  @Test
  void without_a_home_that_is_known_goes_by_the_hotels_clock() {
    assertThat(Whereabouts.zone(draft(Purpose.FOLLOW_UP, CASE), Guest.UNKNOWN, AFTERNOON))
        .isEqualTo(SINGAPORE);
  }

  @Test
  void is_stored_and_read_as_they_were() {
    Guest guest =
        Evening.willing()
            .withProfile("zh-CN", "Asia/Shanghai", null)
            .withOpen(CASE, facts(Channel.FRONT_DESK))
            .withDone(CASE, OpenCase.Done.ACKNOWLEDGED)
            .withTold(draft(Purpose.FOLLOW_UP, CASE).message(), AFTERNOON);
    assertThat(Json.read(Json.bytes(guest), Guest.class)).isEqualTo(guest);
    Guest closed =
        guest
            .withClosed(CASE, AFTERNOON, ClosedCase.Ending.BY_PERSON)
            .withAnswer(CASE, Answer.NOT_SATISFIED);
    assertThat(Json.read(Json.bytes(closed), Guest.class)).isEqualTo(closed);
  }

  @Test
  void what_is_older_than_any_rule_looks_is_forgotten() {
    Instant later = AFTERNOON.plus(Guest.REMEMBERED);
    Guest told = Guest.UNKNOWN.withTold(draft("a", Purpose.SURVEY, CASE).message(), AFTERNOON);
    assertThat(told.withTold(draft("b", Purpose.SURVEY, CASE).message(), later).told()).hasSize(2);
    assertThat(
            told.withTold(draft("b", Purpose.SURVEY, CASE).message(), later.plusMillis(1)).told())
        .extracting(Told::messageId)
        .containsExactly("b");
  }
}
