package io.amends.notification.domain.person;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static io.amends.notification.domain.Evening.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.inbound.Consent.State;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.events.Json;
import io.amends.notification.domain.ClosedCase;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonTest {

  private static final GuestId SELF = new GuestId("G-1");
  private static final GuestId OTHER = new GuestId("A-1");
  private static final Instant JOINED = AFTERNOON;

  private static Guest says(Guest guest, State state, Instant at) {
    return guest.with(Consent.Purpose.MARKETING, Consent.By.EMAIL, state, at);
  }

  private static Person with(Guest other) {
    return Person.ALONE
        .beside(OTHER, JOINED)
        .hearing(Map.of(OTHER.value(), Known.of(other, AFTERNOON)), JOINED);
  }

  /** What counts of a no under the other id and a yes under this one. */
  private static @Nullable State counting(Instant no, Instant yes) {
    Guest refuses = says(Guest.UNKNOWN, State.REVOKED, no);
    Guest agrees = says(Guest.UNKNOWN, State.GRANTED, yes);
    State here = state(with(refuses).asOne(agrees));
    assertThat(state(with(agrees).asOne(refuses))).as("whichever said which").isEqualTo(here);
    return here;
  }

  private static @Nullable State state(Guest guest) {
    return guest.state(Consent.Purpose.MARKETING, Consent.By.EMAIL);
  }

  @Test
  void a_no_under_any_id_holds_though_another_id_has_said_yes_since() {
    assertThat(counting(JOINED.minusSeconds(9), JOINED.minusSeconds(1))).isEqualTo(State.REVOKED);
    assertThat(counting(JOINED.minusSeconds(1), JOINED.minusSeconds(9))).isEqualTo(State.REVOKED);
    assertThat(counting(JOINED.minusSeconds(9), JOINED)).as("just then").isEqualTo(State.REVOKED);
  }

  @Test
  void a_yes_that_is_newer_than_the_no_and_than_the_joining_takes_it_back() {
    assertThat(counting(JOINED.minusSeconds(9), JOINED.plusMillis(1))).isEqualTo(State.GRANTED);
    Instant later = JOINED.plusSeconds(9);
    assertThat(counting(later, later.plusMillis(1))).isEqualTo(State.GRANTED);
    assertThat(counting(later, later)).as("of one instant").isEqualTo(State.REVOKED);
    assertThat(counting(later.plusMillis(1), later)).isEqualTo(State.REVOKED);
  }

  @Test
  void a_yes_under_any_id_holds_if_none_has_said_no() {
    Guest agrees = says(Guest.UNKNOWN, State.GRANTED, Instant.EPOCH);
    assertThat(state(with(agrees).asOne(Guest.UNKNOWN))).isEqualTo(State.GRANTED);
    assertThat(state(with(Guest.UNKNOWN).asOne(Guest.UNKNOWN))).isNull();
  }

  @Test
  void what_they_were_told_adds_up_each_message_once() {
    Guest own =
        Guest.UNKNOWN
            .withTold(draft("a", Purpose.SURVEY, null).message(), AFTERNOON)
            .withTold(draft("c", Purpose.SURVEY, null).message(), AFTERNOON.plusSeconds(2));
    Guest other =
        Guest.UNKNOWN
            .withTold(draft("b", Purpose.SURVEY, null).message(), AFTERNOON.plusSeconds(1))
            .withTold(draft("c", Purpose.SURVEY, null).message(), AFTERNOON.plusSeconds(3));
    Person person = with(other);
    assertThat(person.asOne(own).told()).extracting(Told::messageId).containsExactly("a", "b", "c");
    assertThat(person.wasTold("b")).isTrue();
    assertThat(person.wasTold("a")).as("told under this id").isFalse();
  }

  @Test
  void of_two_let_through_at_once_the_earlier_goes_and_of_one_instant_the_first_by_id() {
    assertThat(giveWay(AFTERNOON, AFTERNOON.plusMillis(1))).isFalse();
    assertThat(giveWay(AFTERNOON.plusMillis(1), AFTERNOON)).isTrue();
    assertThat(giveWay(AFTERNOON, AFTERNOON)).as("A-1 is before G-1").isTrue();
  }

  /** Whether this id sees that the other was told, when both were let through. */
  private static boolean giveWay(Instant own, Instant other) {
    Guest here = Guest.UNKNOWN.withTold(draft("a", Purpose.SURVEY, null).message(), own);
    Guest there = Guest.UNKNOWN.withTold(draft("a", Purpose.SURVEY, null).message(), other);
    return with(there).before(SELF, here, "a").wasTold("a");
  }

  @Test
  void ids_that_fall_due_together_take_turns() {
    assertThat(with(Guest.UNKNOWN).turn(SELF)).isEqualTo(Person.TURN);
    assertThat(with(Guest.UNKNOWN).turn(new GuestId("A-0"))).isZero();
    assertThat(Person.ALONE.turn(SELF)).isZero();
  }

  @Test
  void what_is_open_or_was_closed_under_another_id_counts() {
    Guest open = Guest.UNKNOWN.withOpen(CASE, facts(Channel.FRONT_DESK));
    assertThat(with(open).asOne(Guest.UNKNOWN).openCases()).containsKey(CASE.value());
    Guest closed = open.withClosed(CASE, AFTERNOON, ClosedCase.Ending.BY_PERSON);
    assertThat(with(closed).asOne(Guest.UNKNOWN).closedCases()).hasSize(1);
  }

  @Test
  void what_the_id_itself_knows_of_home_comes_first() {
    Guest paris = Guest.UNKNOWN.withProfile("fr", "Europe/Paris", "GOLD");
    Guest home = Guest.UNKNOWN.withProfile("zh-CN", null, null);
    Guest one = with(paris).asOne(home);
    assertThat(one.locale()).isEqualTo("zh-CN");
    assertThat(one.zone()).isEqualTo("Europe/Paris");
    assertThat(one.tier()).isEqualTo("GOLD");
  }

  @Test
  void hears_only_what_is_newer_and_nothing_of_itself() {
    Person person = with(Guest.UNKNOWN);
    Guest no = says(Guest.UNKNOWN, State.DENIED, AFTERNOON);
    Map<String, Known> same = Map.of(OTHER.value(), Known.of(no, AFTERNOON));
    assertThat(person.news(SELF, same)).as("a repeat").isEmpty();
    Map<String, Known> newer = Map.of(OTHER.value(), Known.of(no, AFTERNOON.plusMillis(1)));
    assertThat(person.news(SELF, newer)).isEqualTo(newer);
    assertThat(person.news(SELF, Map.of(SELF.value(), Known.of(no, Instant.MAX)))).isEmpty();
  }

  @Test
  void a_no_outlives_the_id_that_said_it() {
    Person person = with(says(Guest.UNKNOWN, State.DENIED, AFTERNOON));
    Map<String, Known> erased =
        Map.of(OTHER.value(), Known.of(Guest.UNKNOWN, AFTERNOON.plusMillis(1)));
    Person after = person.hearing(person.news(SELF, erased), JOINED);
    assertThat(state(after.asOne(Guest.UNKNOWN))).isEqualTo(State.DENIED);
  }

  @Test
  void each_word_of_itself_is_newer_though_the_clock_stands_still() {
    Person once = Person.ALONE.saying(AFTERNOON);
    assertThat(once.said()).isEqualTo(AFTERNOON);
    assertThat(once.saying(AFTERNOON).said()).isAfter(AFTERNOON);
    assertThat(once.saying(AFTERNOON.minus(Duration.ofDays(1))).said()).isAfter(AFTERNOON);
  }

  @Test
  void the_join_that_was_last_counts_whichever_is_heard_first() {
    Instant later = JOINED.plusSeconds(60);
    GuestId third = new GuestId("A-2");
    assertThat(Person.ALONE.beside(OTHER, JOINED).beside(third, later).since()).isEqualTo(later);
    assertThat(Person.ALONE.beside(third, later).beside(OTHER, JOINED).since()).isEqualTo(later);
    assertThat(Person.ALONE.beside(OTHER, JOINED).hearing(Map.of(), later).since())
        .isEqualTo(later);
  }

  @Test
  void is_stored_and_read_as_it_was() {
    Person person =
        with(Evening.willing()
                .withOpen(CASE, facts(Channel.FRONT_DESK))
                .withTold(draft(Purpose.FOLLOW_UP, CASE).message(), AFTERNOON))
            .saying(AFTERNOON);
    assertThat(Json.read(Json.bytes(person), Person.class)).isEqualTo(person);
  }
}
