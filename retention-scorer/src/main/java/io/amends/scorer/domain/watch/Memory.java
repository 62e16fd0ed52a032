package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.fact.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a guest beside the statistics, for people rather than for the score.
 *
 * @param lastFailure null if none is known
 * @param cases of complaints about the last stay, the oldest first
 */
public record Memory(@Nullable LastFailure lastFailure, List<CaseId> cases, LastYear lastYear) {

  public static final Memory NONE = new Memory(null, List.of(), LastYear.NOTHING);

  public Memory {
    cases = List.copyOf(cases);
  }

  Memory with(@Nullable LastFailure failure) {
    return new Memory(failure, cases, lastYear);
  }

  Memory with(LastYear year) {
    return new Memory(lastFailure, cases, year);
  }

  /** Remembers what went wrong, and the case that it opened. */
  Memory and(Heard heard) {
    LastFailure failure = heard.failure();
    if (failure == null) {
      return this;
    }
    List<CaseId> all = new ArrayList<>(cases);
    GuestWatch.openedBy(heard).filter(id -> !all.contains(id)).ifPresent(all::add);
    return new Memory(heard.history() ? failure.told(false, true) : failure, all, lastYear);
  }

  /** What is remembered of two who turn out to be one: of failures the last. */
  Memory joined(Memory other) {
    LastFailure theirs = other.lastFailure;
    boolean later =
        theirs != null && (lastFailure == null || theirs.at().isAfter(lastFailure.at()));
    List<CaseId> all = new ArrayList<>(cases);
    other.cases.stream().filter(id -> !all.contains(id)).forEach(all::add);
    return new Memory(later ? theirs : lastFailure, all, lastYear.joined(other.lastYear));
  }

  /** Forgets cases that are about no complaint any more. */
  Memory about(Episode episode) {
    if (cases.isEmpty()) {
      return this;
    }
    List<CaseId> known =
        cases.stream().filter(id -> episode.knows(Reference.of(id.value()))).toList();
    return known.equals(cases) ? this : new Memory(lastFailure, known, lastYear);
  }

  /** The complaint of a case, if it is not made good. */
  static Optional<Complaint> openAt(Episode episode, CaseId id, Instant asOf) {
    Reference reference = Reference.of(id.value());
    return episode.complaints().stream()
        .filter(complaint -> complaint.reference().equals(reference))
        .filter(complaint -> !(complaint.handlingAt(asOf) instanceof Handling.Resolved))
        .findFirst();
  }
}
