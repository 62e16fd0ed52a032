package io.amends.orchestrator.stream;

import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;
import io.amends.contracts.Nights;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.ExpiringKeys;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.Earlier;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each guest was given, over all cases and hotels, as far back as anybody counts. A case is
 * forgotten before that, so it is kept apart.
 */
final class GivenBefore {

  /** As long as ledger rows are kept (the house's). */
  static final Duration KEPT = Duration.ofDays(400);

  private final ExpiringKeys rows;

  GivenBefore(ExpiringKeys rows) {
    this.rows = rows;
  }

  /** One remedy of one case. */
  private record Given(String caseId, int number, Instant at, Nights nights) {}

  /** The same command of a guest of whom it is known what other cases gave. */
  RecoveryCommand known(RecoveryCommand command) {
    return command instanceof GrantRemedy grant
        ? grant.knowing(
            of(grant.asked().of().guestId()).stream()
                .filter(given -> !given.caseId().equals(grant.asked().of().caseId().value()))
                .map(given -> new Earlier(given.at(), given.nights()))
                .toList())
        : command;
  }

  /** Writes what changes with these events of a case. */
  Runnable learn(CaseRef ref, List<RecoveryEvent> events, Instant at) {
    if (events.stream().noneMatch(GivenBefore::gives)) {
      return () -> {};
    }
    List<Given> before = of(ref.guestId());
    List<Given> after = new ArrayList<>(before);
    for (RecoveryEvent event : events) {
      switch (event) {
        case RemedyGranted e when e.remedy().grant().counted().exceeds(Nights.ZERO) ->
            after.add(
                new Given(
                    ref.caseId().value(),
                    e.remedy().number(),
                    e.stamp().occurredAt(),
                    e.remedy().grant().counted()));
        case RemedyTakenBack e ->
            after.removeIf(
                given ->
                    given.caseId().equals(ref.caseId().value()) && given.number() == e.number());
        default -> {} // nothing was given
      }
    }
    if (after.equals(before)) {
      return () -> {};
    }
    after.removeIf(given -> given.at().plus(KEPT).isBefore(at));
    byte[] row = Json.bytes(after);
    return () -> rows.put(Keys.bytes(ref.guestId().value()), at.toEpochMilli(), row);
  }

  private static boolean gives(RecoveryEvent event) {
    return event instanceof RemedyGranted || event instanceof RemedyTakenBack;
  }

  private List<Given> of(GuestId guest) {
    byte[] row = rows.get(Keys.bytes(guest.value()));
    return row == null ? List.of() : Arrays.asList(Json.read(row, Given[].class));
  }
}
