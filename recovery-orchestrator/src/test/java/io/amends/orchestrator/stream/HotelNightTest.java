package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to a hotel or a guest reaches the cases: a night audit, and two ids of one person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HotelNightTest {

  /** 22:00 in New York, where the date rolls at 03:00, 08:00Z. */
  private static final Instant EVENING = Instant.parse("2027-01-15T03:00:00Z");

  private static final Instant AUDIT = Instant.parse("2027-01-15T06:20:00Z");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder, EVENING);
    desk.hotel();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Instant nextDayOf(String guest) {
    return desk.caseOf(guest).tiers().stream()
        .filter(tier -> tier.tier() == CostTier.NEXT_DAY)
        .findFirst()
        .orElseThrow()
        .from();
  }

  @Test
  void the_audit_of_a_hotel_begins_the_next_day_of_every_case_there() {
    desk.complaint("G-1");
    desk.complaint("G-2");
    assertThat(nextDayOf("G-1")).isEqualTo(Instant.parse("2027-01-15T08:00:00Z"));
    desk.until(AUDIT);
    desk.audits("2027-01-15", AUDIT);

    assertThat(desk.events(SituationChanged.class))
        .extracting(SituationChanged::why)
        .containsExactly(Change.DATE_ROLLED, Change.DATE_ROLLED);
    desk.until(AUDIT.plusSeconds(60));
    assertThat(desk.caseOf("G-1").tier()).isEqualTo(CostTier.NEXT_DAY);
    assertThat(desk.caseOf("G-2").tier()).isEqualTo(CostTier.NEXT_DAY);
  }

  @Test
  void a_case_after_the_audit_and_before_the_roll_is_of_the_new_day() {
    desk.until(AUDIT);
    desk.audits("2027-01-15", AUDIT);
    desk.until(AUDIT.plusSeconds(600));
    desk.complaint("G-1");

    assertThat(nextDayOf("G-1"))
        .as("not at three in the morning: that day has begun already")
        .isEqualTo(Instant.parse("2027-01-16T08:00:00Z"));
  }

  @Test
  void an_audit_that_is_told_twice_changes_nothing_the_second_time() {
    desk.complaint("G-1");
    desk.until(AUDIT);
    desk.audits("2027-01-15", AUDIT);
    desk.audits("2027-01-15", AUDIT);

    assertThat(desk.events(SituationChanged.class)).hasSize(1);
  }

  @Test
  void an_audit_that_cannot_be_is_a_dead_letter_and_moves_no_case() {
    desk.complaint("G-1");
    desk.audits("2027-03-01", EVENING.plusSeconds(1));

    assertThat(desk.deadLetters(Topics.NIGHT_AUDITS)).isEqualTo(1);
    assertThat(desk.events(SituationChanged.class)).isEmpty();
  }

  @Test
  void a_guest_who_was_waited_for_and_calls_sets_the_clocks_going_again() {
    desk.complaint("G-1");
    desk.pauses("G-1", "wait", "ana", "WAITING_FOR_GUEST");
    assertThat(desk.caseOf("G-1").pauses()).hasSize(1);
    desk.contact("G-2");
    assertThat(desk.caseOf("G-1").pauses()).as("another guest").hasSize(1);
    desk.contact("G-1");

    assertThat(desk.caseOf("G-1").pauses()).isEmpty();
  }

  @Test
  void the_case_of_a_guest_who_is_known_under_another_id_stays_and_says_so() {
    desk.complaint("A-1");
    desk.complaint("G-390");
    desk.links("A-1", "G-390");
    desk.links("A-1", "G-390");

    assertThat(desk.events(SituationChanged.class))
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.why()).isEqualTo(Change.GUEST_LINKED);
              assertThat(changed.stamp().guestId().value()).isEqualTo("A-1");
            });
    assertThat(desk.caseOf("A-1").now().linkedTo()).hasToString("G-390");
    assertThat(desk.caseOf("G-390").now().linkedTo()).isNull();
  }
}
