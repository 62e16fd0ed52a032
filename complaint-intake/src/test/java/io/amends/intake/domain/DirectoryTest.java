package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static io.amends.intake.domain.Evening.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant TOMORROW = NINE.plus(DAY);
  private static final Instant IN_TWO_DAYS = TOMORROW.plus(DAY);

  private static @Nullable String guestAt(Directory room, Instant at) {
    return room.at(at).map(Whereabouts::guestId).map(GuestId::value).orElse(null);
  }

  @Test
  void a_guest_is_there_from_the_check_in_on_and_not_before() {
    Directory room = Directory.EMPTY.with(in("1204", "ana", NINE));

    assertThat(guestAt(room, NINE.minusMillis(1))).isNull();
    assertThat(guestAt(room, NINE)).isEqualTo("ana");
    assertThat(guestAt(room, IN_TWO_DAYS)).isEqualTo("ana");
  }

  @Test
  void the_next_guest_ends_the_stay_of_the_one_before() {
    Directory room = Directory.EMPTY.with(in("1204", "ana", NINE)).with(in("1204", "bo", TOMORROW));

    assertThat(guestAt(room, TOMORROW.minusMillis(1))).isEqualTo("ana");
    assertThat(guestAt(room, TOMORROW)).isEqualTo("bo");
  }

  @Test
  void the_past_that_comes_in_late_does_not_put_last_years_guest_into_the_room() {
    Directory room = Directory.EMPTY.with(in("1204", "bo", TOMORROW)).with(in("1204", "ana", NINE));

    assertThat(guestAt(room, IN_TWO_DAYS)).isEqualTo("bo");
    assertThat(guestAt(room, NINE)).isEqualTo("ana");
  }

  @Test
  void who_leaves_was_there_that_very_moment_and_nobody_is_there_afterwards() {
    Whereabouts ana = in("1204", "ana", NINE);
    Directory room = Directory.EMPTY.with(ana).with(ana.left(TOMORROW));

    assertThat(guestAt(room, TOMORROW)).isEqualTo("ana");
    assertThat(guestAt(room, TOMORROW.plusMillis(1))).isNull();
  }

  @Test
  void a_late_departure_does_not_put_the_next_guest_out() {
    Whereabouts ana = in("1204", "ana", NINE);
    Directory room =
        Directory.EMPTY.with(ana).with(in("1204", "bo", IN_TWO_DAYS)).with(ana.left(TOMORROW));

    assertThat(guestAt(room, TOMORROW.plusSeconds(1))).isNull();
    assertThat(guestAt(room, IN_TWO_DAYS.plus(DAY))).isEqualTo("bo");
  }

  @Test
  void the_same_check_in_told_twice_is_one() {
    Directory once = Directory.EMPTY.with(in("1204", "ana", NINE));

    assertThat(once.with(in("1204", "ana", NINE))).isEqualTo(once);
  }

  @Test
  void keeps_the_last_twenty() {
    Directory room = Directory.EMPTY;
    for (int night = 0; night <= Directory.KEPT; night++) {
      room = room.with(in("1204", "guest-" + night, NINE.plus(DAY.multipliedBy(night))));
    }

    assertThat(room.entries()).hasSize(Directory.KEPT);
    assertThat(guestAt(room, NINE)).isNull();
    assertThat(guestAt(room, NINE.plus(DAY))).isEqualTo("guest-1");
  }

  @Test
  void a_stay_is_one_guests_before_and_after_it_too() {
    Whereabouts ana = in("1204", "ana", TOMORROW);
    Directory stay = Directory.EMPTY.with(ana).with(ana.left(IN_TWO_DAYS));

    assertThat(stay.nearest(NINE).map(Whereabouts::guestId)).contains(new GuestId("ana"));
    assertThat(stay.nearest(IN_TWO_DAYS.plus(DAY)).map(Whereabouts::guestId))
        .contains(new GuestId("ana"));
  }

  @Test
  void who_moves_has_left_the_old_room_and_is_as_long_in_the_new_one() {
    Instant leaves = IN_TWO_DAYS;
    Whereabouts before = departing(in("1204", "ana", NINE), leaves);
    Whereabouts moved = in("1506", "ana", TOMORROW);

    assertThat(Directory.EMPTY.with(before).ofRooms(moved))
        .containsOnlyKeys("room/SIN-MARINA/1204", "room/SIN-MARINA/1506")
        .containsEntry("room/SIN-MARINA/1204", before.left(TOMORROW))
        .containsEntry("room/SIN-MARINA/1506", departing(moved, leaves));
  }

  @Test
  void who_leaves_without_a_word_of_the_room_has_left_it() {
    Whereabouts ana = in("1204", "ana", NINE);
    Whereabouts leaves = withoutRoom(ana).left(TOMORROW);

    assertThat(Directory.EMPTY.with(ana).ofRooms(leaves))
        .containsOnlyKeys("room/SIN-MARINA/1204")
        .containsValue(ana.left(TOMORROW));
  }

  @Test
  void a_stay_that_is_made_longer_is_known_under_its_room() {
    Whereabouts ana = departing(in("1204", "ana", NINE), TOMORROW);
    Whereabouts longer =
        departing(withoutRoom(in("1204", "ana", NINE.plusSeconds(60))), IN_TWO_DAYS);

    assertThat(Directory.EMPTY.with(ana).ofRooms(longer).get("room/SIN-MARINA/1204"))
        .extracting(Whereabouts::departureAt)
        .isEqualTo(IN_TWO_DAYS);
  }

  @Test
  void a_room_has_one_name_however_it_is_written() {
    assertThat(WhoIsIt.roomKey("SIN-MARINA", " 12b ")).isEqualTo("room/SIN-MARINA/12B");
  }

  private static Whereabouts departing(Whereabouts w, Instant departureAt) {
    return new Whereabouts(
        w.guestId(), w.propertyId(), w.stayId(), w.room(), w.from(), w.until(), departureAt);
  }

  private static Whereabouts withoutRoom(Whereabouts w) {
    return new Whereabouts(
        w.guestId(), w.propertyId(), w.stayId(), null, w.from(), w.until(), w.departureAt());
  }
}
