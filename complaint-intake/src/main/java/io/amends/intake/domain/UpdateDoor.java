package io.amends.intake.domain;

import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what another tool reports of a case is let in. */
public final class UpdateDoor {

  private static final String REFERENCE = "ref/";

  private UpdateDoor() {}

  /** What is wrong with it; empty if nothing is. */
  public static List<Flaw> flaws(RecoveryUpdated update, Arrival arrival) {
    return Flaws.of(
        List.of(
            Times.notInTheFuture("/occurredAt", update.occurredAt(), arrival.arrivedAt()),
            arrival.from().verbs().contains(update.verb())
                ? Optional.empty()
                : Optional.of(
                    new Flaw(
                        "/verb",
                        update.verb(),
                        "one that this source may report: " + verbs(arrival)))));
  }

  private static String verbs(Arrival arrival) {
    return String.join(", ", arrival.from().verbs().stream().sorted().toList());
  }

  /** Under what its case is found: the case's own id, else what that tool calls it. */
  public static String key(RecoveryUpdated update) {
    String caseId = update.caseId();
    return caseId == null ? referenceKey(update.externalRef()) : caseId;
  }

  /** Under what a case is found by the name that another tool has for it. */
  public static String referenceKey(@Nullable String externalRef) {
    return REFERENCE + externalRef;
  }
}
