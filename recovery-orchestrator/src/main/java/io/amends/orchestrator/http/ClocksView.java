package io.amends.orchestrator.http;

import io.amends.contracts.Money;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.clock.FixedClock;
import io.amends.contracts.time.clock.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why each promise of a case is due when it is.
 *
 * @param asOf when it was looked at (hotel time)
 * @param policy and its version, {@code <scope>/<kind>@<version>}
 * @param zone in whose wall-clock time {@code local} is written
 * @param waits whose leave is waited for; the guest's clocks go on meanwhile
 */
record ClocksView(
    Instant asOf, String policy, IanaZone zone, List<Explained> clocks, List<Waits> waits) {

  ClocksView {
    clocks = List.copyOf(clocks);
    waits = List.copyOf(waits);
  }

  /**
   * Somebody was asked for leave and has not answered.
   *
   * @param remedy its number in the case
   * @param says the same in a sentence
   */
  record Waits(
      int remedy, Money amount, Role asked, Instant since, Instant answerBy, String says) {}

  /**
   * One promise.
   *
   * @param dueAt null while a pause keeps it unknown
   * @param setBy who set the hour, if it was not worked out
   * @param had how much of its time it has had, until it ended or until now
   * @param left of its time; none once it has ended
   * @param says the same in sentences
   * @param because what ran, was paused or skipped, from its beginning to its hour, without a hole
   */
  record Explained(
      Clock clock,
      int number,
      int cycle,
      ClockState.Result result,
      Instant begun,
      @Nullable Instant dueAt,
      FixedClock.@Nullable SetBy setBy,
      @Nullable Instant endedAt,
      Duration had,
      Duration left,
      List<Stretch> because,
      List<String> says) {}

  /**
   * One stretch of it.
   *
   * @param fromLocal as the wall clock at the hotel showed it
   */
  record Stretch(Segment segment, LocalDateTime fromLocal, LocalDateTime toLocal) {}

  static ClocksView of(CaseSnapshot snapshot, Instant asOf, CaseWords words, Locale locale) {
    IanaZone zone = snapshot.facts().place().zone();
    return new ClocksView(
        asOf,
        snapshot.policy().id(),
        zone,
        snapshot.promises().stream()
            .map(
                clock ->
                    explain(
                        clock,
                        asOf,
                        zone,
                        because ->
                            words.clock(clock, because, zone, snapshot.policy().id(), locale)))
            .toList(),
        snapshot.remedies().stream()
            .filter(Remedy::pends)
            .flatMap(remedy -> waits(remedy, snapshot, words, locale).stream())
            .toList());
  }

  private static Optional<Waits> waits(
      Remedy remedy, CaseSnapshot snapshot, CaseWords words, Locale locale) {
    Remedy.Approval approval = remedy.approval();
    return approval == null
        ? Optional.empty()
        : snapshot.promises().stream()
            .filter(clock -> clock.clock() == Clock.APPROVAL && clock.runs())
            .filter(clock -> clock.number() == approval.clock())
            .findFirst()
            .flatMap(clock -> Optional.ofNullable(clock.dueAt()).map(due -> Map.entry(clock, due)))
            .map(
                found ->
                    new Waits(
                        remedy.number(),
                        remedy.grant().money(),
                        approval.of(),
                        found.getKey().time().start(),
                        found.getValue(),
                        words.waits(
                            remedy,
                            approval.of(),
                            found.getKey().time().start(),
                            found.getValue(),
                            snapshot.facts().place().zone(),
                            locale)));
  }

  private static Explained explain(
      ClockState clock, Instant asOf, IanaZone zone, Function<List<Segment>, List<String>> says) {
    List<Segment> because = clock.time().explain(asOf, zone);
    Instant ended = clock.at();
    Instant until = ended == null ? asOf : ended;
    return new Explained(
        clock.clock(),
        clock.number(),
        clock.cycle(),
        clock.result(),
        clock.time().start(),
        clock.dueAt(),
        clock.time() instanceof FixedClock set ? set.setBy() : null,
        ended,
        clock.time().elapsedAt(until),
        clock.runs() ? clock.time().remainingAt(asOf) : Duration.ZERO,
        because.stream()
            .map(
                segment ->
                    new Stretch(
                        segment, zone.wallClock(segment.from()), zone.wallClock(segment.to())))
            .toList(),
        says.apply(because));
  }
}
