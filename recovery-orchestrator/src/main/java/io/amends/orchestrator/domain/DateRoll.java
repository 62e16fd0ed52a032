package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.recovery.TierStart;
import io.amends.contracts.time.NightAudit;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.RollDate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The night audit was run, so the hotel books on the next date: what becomes dearer with a business
 * date does so from then on. What a date roll has begun already stays begun.
 */
final class DateRoll {

  /** Ours: no tier looks further back than two business dates, and one has 25 hours at most. */
  private static final Duration OF_INTEREST = Duration.ofHours(50);

  private DateRoll() {}

  /**
   * Moves what is still to come.
   *
   * @throws IllegalArgumentException if the audit can't have begun that date at this hotel
   */
  static Decision of(RecoveryCase state, Course.Open open, RollDate c) {
    if (state.cost().toCome().findAny().isEmpty()) {
      return new Moot(Why.NOTHING_TO_DO);
    }
    Situation now = open.now().audited(known(open.now(), c.audit()));
    List<TierStart> tiers = SituationChange.tiers(state.cost(), open.with(now), c.asked().at());
    List<TierStart> before =
        Stream.concat(Stream.of(state.cost().current()), state.cost().toCome()).toList();
    return tiers.equals(before)
        ? new Moot(Why.NOTHING_TO_DO)
        : done(
            new SituationChanged(
                state.stampFor(c.asked()),
                Change.DATE_ROLLED,
                now,
                List.of(),
                tiers,
                state.ladder().steps(),
                null));
  }

  /** The newest for each date. */
  private static List<NightAudit> known(Situation now, NightAudit audit) {
    return Stream.concat(
            now.knownAudits().stream()
                .filter(other -> !other.opened().equals(audit.opened()))
                .filter(other -> other.at().plus(OF_INTEREST).isAfter(audit.at())),
            Stream.of(audit))
        .toList();
  }
}
