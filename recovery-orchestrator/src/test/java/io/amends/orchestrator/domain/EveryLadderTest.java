package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.TierStart;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ReopenCase;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each clock, each level and each recipient of the shipped ladders, by day: told once, at its
 * minute, to that role and to nobody else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryLadderTest {

  private static final String DETECTED = "2027-01-14T09:00";

  private static Evening evening(Severity severity) {
    String issue =
        switch (severity) {
          case MINOR -> "WIFI";
          case MAJOR -> "DIRTY_ROOM";
          case CRITICAL -> "NO_POWER_OR_LIFT";
        };
    return Evening.at(Hotels.NEW_YORK, "G-1").reported(issue, DETECTED, "2027-01-20T11:00");
  }

  /** {@code role after minutes}, as it was told for one cause and one clock. */
  private static List<String> told(Evening evening, Cause cause, @Nullable Clock clock) {
    return evening.all(StaffAlerted.class).stream()
        .flatMap(alert -> alert.reasons().stream().map(step -> Map.entry(alert, step)))
        .filter(one -> one.getValue().cause() == cause)
        .filter(one -> clock == null || one.getValue().clock() == clock)
        .map(one -> one.getKey().role() + " after " + minutes(one.getKey(), one.getValue()))
        .toList();
  }

  private static long minutes(StaffAlerted alert, AlertStep step) {
    return Duration.between(step.since(), alert.stamp().occurredAt()).toMinutes();
  }

  private static List<String> asWritten(Map<Role, Long> ladder) {
    return ladder.entrySet().stream()
        .sorted(Map.Entry.<Role, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(rung -> rung.getKey() + " after " + rung.getValue())
        .toList();
  }

  private static Map<Role, Long> of(Map<Severity, Map<Role, Long>> ladders, Severity severity) {
    return Objects.requireNonNull(ladders.get(severity));
  }

  @ParameterizedTest
  @EnumSource
  void while_nobody_acknowledges_each_level_hears_of_it_once(Severity severity) {
    Evening evening = evening(severity).until("2027-01-14T14:00");

    assertThat(told(evening, Cause.NOBODY_HAS_ACKNOWLEDGED, null))
        .containsExactlyInAnyOrderElementsOf(
            asWritten(of(ShippedPolicy.POLICY.escalation().nobodyHasAcknowledged(), severity)));
  }

  @ParameterizedTest
  @EnumSource
  void after_a_fix_that_is_late_each_level_hears_of_it_once(Severity severity) {
    Evening evening = evening(severity);
    evening.acknowledges("2027-01-14T09:00", Role.FRONT_LINE);
    evening.apologises("2027-01-14T09:01", Role.GENERAL_MANAGER);
    evening.until("2027-01-14T21:30");

    assertThat(told(evening, Cause.PROMISE_BROKEN, Clock.FIX))
        .containsExactlyInAnyOrderElementsOf(
            asWritten(of(ShippedPolicy.POLICY.escalation().fixIsLate(), severity)));
    assertThat(evening.all(PromiseBroken.class))
        .filteredOn(broken -> broken.clock() == Clock.FIX)
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void after_an_apology_that_is_late_its_owner_and_a_duty_manager_hear_of_it(Severity severity) {
    Evening evening = evening(severity);
    evening.acknowledges("2027-01-14T09:00", Role.FRONT_LINE);
    evening.until("2027-01-14T11:00");

    List<String> told = told(evening, Cause.PROMISE_BROKEN, Clock.APOLOGISE);
    assertThat(told).hasSize(2).last().isEqualTo("DUTY_MANAGER after 15");
    assertThat(told.getFirst()).endsWith(" after 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"MAJOR", "CRITICAL"})
  void after_the_stay_a_late_fix_climbs_its_own_ladder(Severity severity) {
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-2")
            .reported(
                severity == Severity.MAJOR ? "DIRTY_ROOM" : "NO_POWER_OR_LIFT",
                "2027-01-14T10:00",
                "2027-01-15T10:00",
                "2027-01-14T12:00",
                Channel.EMAIL,
                "2027-01-15T10:00");
    evening.acknowledges("2027-01-15T10:10", Role.FRONT_LINE);
    evening.apologises("2027-01-15T10:20", Role.GENERAL_MANAGER);
    evening.until("2027-01-19T12:00");

    assertThat(told(evening, Cause.PROMISE_BROKEN, Clock.FIX))
        .containsExactlyInAnyOrderElementsOf(
            asWritten(of(ShippedPolicy.POLICY.escalation().departedIsLate(), severity)));
  }

  @Test
  void after_the_stay_the_centre_takes_over_a_fix_that_is_late_when_its_office_opens() {
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-2")
            .reported(
                "DIRTY_ROOM",
                "2027-01-14T10:00",
                "2027-01-15T20:00",
                "2027-01-14T12:00",
                Channel.EMAIL,
                "2027-01-15T20:00");
    evening.acknowledges("2027-01-16T09:10", Role.FRONT_LINE);
    evening.apologises("2027-01-16T09:20", Role.GENERAL_MANAGER);
    evening.until("2027-01-17T19:59");
    assertThat(evening.state().cost().current().owner()).isEqualTo(Role.GENERAL_MANAGER);

    evening.until("2027-01-17T20:05");
    assertThat(evening.state().cost().current().owner()).isEqualTo(Role.REGION);
    assertThat(evening.alerts()).doesNotContain("+2 20:00 REGION");
    evening.until("2027-01-18T09:05");
    assertThat(evening.alerts()).contains("+3 09:00 REGION");

    Course.Open open = (Course.Open) evening.state().course();
    assertThat(
            SituationChange.tiers(
                evening.state().cost(), open, evening.state().cost().current().from()))
        .as("nothing that changes afterwards gives it back")
        .extracting(TierStart::owner)
        .containsOnly(Role.REGION);
  }

  @Test
  void a_second_genuine_cause_is_told_though_one_of_its_kind_was_told_before() {
    Evening evening = evening(Severity.MAJOR);
    evening.acknowledges("2027-01-14T09:01", Role.FRONT_LINE);
    evening.until("2027-01-14T12:00");
    List<String> updates = told(evening, Cause.PROMISE_BROKEN, Clock.NEXT_UPDATE);
    evening.asks("2027-01-14T12:01", Role.FRONT_LINE, UpdateGuest::new);
    evening.until("2027-01-14T13:20");

    assertThat(told(evening, Cause.PROMISE_BROKEN, Clock.NEXT_UPDATE))
        .as("the update after that is late as well: the cause, not its kind, is told once")
        .hasSize(2 * updates.size());
  }

  @Test
  void a_reopened_case_climbs_anew_one_level_higher_and_each_level_once() {
    Evening evening = evening(Severity.MAJOR);
    evening.acknowledges("2027-01-14T09:01", Role.FRONT_LINE);
    evening.apologises("2027-01-14T09:02", Role.DUTY_MANAGER);
    evening.fixed("2027-01-14T09:03", Role.FRONT_LINE);
    evening.asks("2027-01-14T10:00", Role.DUTY_MANAGER, ReopenCase::new);
    evening.until("2027-01-14T14:00");

    assertThat(evening.alerts().stream().filter(alert -> alert.compareTo("10:00") >= 0))
        .containsOnlyOnce(
            "10:00 SUPERVISOR", "10:05 DUTY_MANAGER", "10:10 GENERAL_MANAGER", "10:30 REGION");
  }

  @Test
  void the_clock_of_the_next_update_starts_with_the_first_answer_and_anew_with_each() {
    Evening evening = evening(Severity.MAJOR);
    assertThat(evening.state().promises().running(Clock.NEXT_UPDATE)).isEmpty();

    evening.acknowledges("2027-01-14T09:05", Role.FRONT_LINE);
    assertThat(evening.due(Clock.NEXT_UPDATE)).isEqualTo("10:05");
    evening.asks("2027-01-14T09:40", Role.FRONT_LINE, UpdateGuest::new);
    assertThat(evening.due(Clock.NEXT_UPDATE)).isEqualTo("10:40");
    assertThat(evening.broken()).doesNotContain("10:05 NEXT_UPDATE");
  }

  @Test
  void while_it_is_paused_nothing_breaks_and_after_the_longest_pause_its_owner_is_told() {
    Evening evening = evening(Severity.MAJOR);
    evening.acknowledges("2027-01-14T09:05", Role.FRONT_LINE);
    evening.apologises("2027-01-14T09:06", Role.DUTY_MANAGER);
    evening.asks(
        "2027-01-14T09:30", Role.FRONT_LINE, asked -> new PauseClocks(asked, "WAITING_FOR_GUEST"));
    evening.until("2027-01-14T21:29");

    assertThat(evening.broken()).isEmpty();
    assertThat(evening.due(Clock.FIX)).isEqualTo("paused");
    evening.until("2027-01-15T01:00");
    assertThat(told(evening, Cause.PAUSE_ENDED, null)).hasSize(1);
    assertThat(evening.broken())
        .as("an hour and a half was left of the fix, 35 minutes of the update")
        .contains("22:05 NEXT_UPDATE", "23:00 FIX");
  }

  @Test
  void what_a_guest_was_promised_is_warned_of_at_half_and_at_four_fifths_once_each() {
    Evening evening = evening(Severity.MAJOR);
    evening.acknowledges("2027-01-14T09:01", Role.FRONT_LINE);
    evening.until("2027-01-14T14:00");

    Optional<ClockState> fix =
        evening.state().promises().clocks().stream()
            .filter(clock -> clock.clock() == Clock.FIX)
            .findFirst();
    assertThat(fix.orElseThrow().warned()).containsExactly("50%", "80%");
    assertThat(
            evening.all(PromiseWarned.class).stream()
                .filter(warned -> warned.clock() == Clock.FIX)
                .map(warned -> evening.local(warned.stamp().occurredAt())))
        .containsExactly("10:00", "10:36");
  }

  @Test
  void the_hours_of_levels_lie_in_order_and_none_before_its_cause() {
    Stream.of(Severity.values())
        .map(severity -> evening(severity).until("2027-01-15T09:00"))
        .forEach(
            evening -> {
              List<Instant> hours =
                  evening.all(StaffAlerted.class).stream()
                      .map(alert -> alert.stamp().occurredAt())
                      .toList();
              assertThat(hours).isSorted();
              assertThat(evening.all(StaffAlerted.class).stream())
                  .allMatch(
                      alert ->
                          alert.reasons().stream()
                              .noneMatch(
                                  step -> alert.stamp().occurredAt().isBefore(step.since())));
            });
  }
}
