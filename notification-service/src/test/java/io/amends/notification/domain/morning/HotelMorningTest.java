package io.amends.notification.domain.morning;

import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.Nights;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What stands in a morning's mail, and when it is due. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HotelMorningTest {

  private static final LocalTime EIGHT = LocalTime.of(8, 0);

  /** Eight in the morning of the 13th there. */
  private static final Instant AT = Instant.parse("2027-01-13T00:00:00Z");

  private static final Instant EVENING = Instant.parse("2027-01-12T14:00:00Z");

  private static CaseLine open(String id, CostTier tier, Instant since) {
    return line(id, 1, true, tier, since, null, false, null);
  }

  private static CaseLine line(
      String id,
      int version,
      boolean open,
      CostTier tier,
      Instant since,
      @Nullable Instant departureAt,
      boolean failedTwice,
      @Nullable Instant endedAt) {
    return new CaseLine(
        new CaseId(id),
        version,
        open,
        "1204",
        "ROOM_CLIMATE",
        Severity.MAJOR,
        tier,
        since,
        departureAt,
        failedTwice,
        Nights.of("0.4"),
        Nights.of("40"),
        Nights.of("0.1"),
        Set.of(OWED),
        endedAt);
  }

  private static final CaseLine.Promise OWED = new CaseLine.Promise(Clock.FIX, 1);

  private static Overnight overnight(CaseLine.@Nullable Promise promise, Instant dueAt) {
    return new Overnight(HOTEL, new CaseId("a"), "mia", promise, dueAt, AT);
  }

  @Test
  void what_was_kept_in_the_night_stands_in_no_digest() {
    HotelMorning morning = with(open("a", CostTier.SAME_DAY, EVENING));
    Instant noon = AT.plusSeconds(14_400);
    assertThat(morning.with(overnight(OWED, noon)).digests(AT)).containsOnlyKeys("mia");
    assertThat(morning.with(overnight(null, noon)).digests(AT))
        .as("told before this was kept")
        .containsOnlyKeys("mia");
    assertThat(morning.with(overnight(OWED, AT)).digests(AT)).as("broken: others speak").isEmpty();
    CaseLine.Promise kept = new CaseLine.Promise(Clock.APOLOGISE, 1);
    assertThat(morning.with(overnight(kept, noon)).digests(AT)).isEmpty();
    CaseLine.Promise before = new CaseLine.Promise(Clock.FIX, 2);
    assertThat(morning.with(overnight(before, noon)).digests(AT)).as("another one").isEmpty();
  }

  private static HotelMorning with(CaseLine... lines) {
    HotelMorning morning = HotelMorning.EMPTY;
    for (CaseLine line : lines) {
      morning = morning.with(line, EVENING);
    }
    return morning;
  }

  private static Report report(HotelMorning morning) {
    return morning.report(AT, SINGAPORE);
  }

  @Test
  void the_dearest_come_first_and_of_one_tier_the_oldest() {
    HotelMorning morning =
        with(
            open("a", CostTier.SAME_DAY, EVENING),
            open("b", CostTier.LATER, EVENING),
            open("c", CostTier.SAME_DAY, EVENING.minusSeconds(60)));
    assertThat(report(morning).open())
        .extracting(line -> line.caseId().value())
        .containsExactly("b", "c", "a");
  }

  @Test
  void who_leaves_today_and_what_failed_twice_stand_apart() {
    Instant noon = Instant.parse("2027-01-13T04:00:00Z");
    Instant tomorrow = Instant.parse("2027-01-13T16:30:00Z"); // half past midnight there
    HotelMorning morning =
        with(
            line("a", 1, true, CostTier.SAME_DAY, EVENING, noon, false, null),
            line("b", 1, true, CostTier.SAME_DAY, EVENING, tomorrow, true, null));
    assertThat(report(morning).leaving()).extracting(CaseLine::departureAt).containsExactly(noon);
    assertThat(report(morning).twice())
        .extracting(line -> line.caseId().value())
        .containsExactly("b");
  }

  @Test
  void an_older_version_of_a_case_says_nothing_new() {
    CaseLine newer = line("a", 3, true, CostTier.LATER, EVENING, null, true, null);
    CaseLine older = line("a", 2, true, CostTier.ON_THE_SPOT, EVENING, null, false, null);
    assertThat(with(newer, older).cases()).containsValue(newer).hasSize(1);
  }

  @Test
  void what_was_made_good_is_told_once_with_what_it_would_have_come_to() {
    CaseLine madeGood = line("a", 4, true, CostTier.ON_THE_SPOT, EVENING, null, false, EVENING);
    HotelMorning morning = with(madeGood);
    assertThat(report(morning).open()).isEmpty();
    assertThat(report(morning).ended()).containsExactly(madeGood);
    assertThat(morning.report(AT.plusSeconds(86_400), SINGAPORE).ended()).isEmpty();
  }

  @Test
  void a_closed_case_is_forgotten_after_its_report() {
    HotelMorning morning =
        with(line("a", 5, false, CostTier.SAME_DAY, EVENING, null, false, EVENING));
    assertThat(report(morning).ended()).hasSize(1);
    assertThat(morning.after(AT, SINGAPORE)).isEqualTo(HotelMorning.EMPTY);
    Instant longAgo = EVENING.minusSeconds(90_000);
    assertThat(with(line("b", 9, false, CostTier.LATER, longAgo, null, false, longAgo)))
        .isEqualTo(HotelMorning.EMPTY);
  }

  @Test
  void who_was_let_down_is_told_on_the_day_of_arrival_and_not_before() {
    Arrival today = arrival("B-1", LocalDate.of(2027, 1, 13));
    Arrival later = arrival("B-2", LocalDate.of(2027, 1, 14));
    HotelMorning morning = HotelMorning.EMPTY.with(today).with(later);
    assertThat(report(morning).arriving()).containsExactly(today);
    assertThat(morning.after(AT, SINGAPORE).arrivals()).containsOnlyKeys("G-301/B-2");
    assertThat(morning.with(arrival("B-1", null)).arrivals()).containsOnlyKeys("G-301/B-2");
  }

  private static Arrival arrival(String booking, @Nullable LocalDate day) {
    return new Arrival(GUEST, booking, HOTEL, day, "ROOM_CLIMATE");
  }

  @Test
  void it_is_due_at_the_next_eight_by_the_hotels_clock_and_only_if_there_is_something() {
    HotelMorning some = with(open("a", CostTier.LATER, EVENING));
    assertThat(some.due(EVENING, EIGHT, SINGAPORE).nextAt()).isEqualTo(AT);
    assertThat(some.due(AT, EIGHT, SINGAPORE).nextAt()).isEqualTo(AT.plusSeconds(86_400));
    assertThat(HotelMorning.EMPTY.due(EVENING, EIGHT, SINGAPORE).nextAt()).isNull();
    IanaZone newYork = new IanaZone("America/New_York");
    assertThat(HotelMorning.next(Instant.parse("2026-10-31T13:00:00Z"), EIGHT, newYork))
        .as("the night on which the clock goes back")
        .isEqualTo("2026-11-01T13:00:00Z");
  }
}
