package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.Standing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a complaint tells once more what a case of the same guest is about: the same failure in
 * the same stay, told again soon, or failed again after it was fixed.
 *
 * @param soon within which an open one is the same (policy: duplicates.merge)
 * @param stay within which a stay that nobody named is the same
 */
public record SameAgain(Duration soon, Duration stay) {

  /** What nobody has sorted yet may be anything. */
  private static final String UNSORTED = "UNSORTED";

  /** The case that it belongs to; the first, if there are several. */
  public Optional<CaseSnapshot> of(CaseFacts told, List<CaseSnapshot> cases) {
    return told.issue().equals(UNSORTED)
        ? Optional.empty()
        : cases.stream()
            .filter(known -> known.same() == null || known.same().mergedInto() == null)
            .filter(known -> known.facts().issue().equals(told.issue()))
            .filter(known -> sameStay(known.facts(), told))
            .filter(known -> soonOrAgain(known, told))
            .min(Comparator.comparing(known -> known.facts().detectedAt()));
  }

  private boolean soonOrAgain(CaseSnapshot known, CaseFacts told) {
    boolean over = known.standing() == Standing.CLOSED || known.fixedAt() != null;
    return over || apart(known.facts(), told).compareTo(soon) <= 0;
  }

  private boolean sameStay(CaseFacts known, CaseFacts told) {
    String one = known.stayId();
    String other = told.stayId();
    if (one != null && other != null) {
      return one.equals(other);
    }
    return known.place().propertyId().equals(told.place().propertyId())
        && apart(known, told).compareTo(stay) <= 0;
  }

  private static Duration apart(CaseFacts known, CaseFacts told) {
    return Duration.between(known.detectedAt(), told.detectedAt()).abs();
  }
}
