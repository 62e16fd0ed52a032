package io.amends.contracts.recovery;

import io.amends.contracts.Department;
import io.amends.contracts.GuestId;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.time.NightAudit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may change in a case while it is handled; {@link CaseFacts} keeps how it was told.
 *
 * @param cycle from 1; a reopening begins the next
 * @param since from when the clocks of this cycle run
 * @param department whose work it is now
 * @param inHouse whether the guest is in the hotel
 * @param room where the guest is now
 * @param open whether it stands in public
 * @param doubleDeviations what failed on top of the failure
 * @param audits night audits that have begun a business date of the hotel; absent: by its date roll
 * @param linkedTo the id under which the guest is known by now; absent: as the case says
 */
public record Situation(
    int cycle,
    Instant since,
    Severity severity,
    Department department,
    boolean inHouse,
    @Nullable String room,
    @Nullable Instant departureAt,
    boolean open,
    Set<DoubleDeviation> doubleDeviations,
    @Nullable List<NightAudit> audits,
    @Nullable GuestId linkedTo) {

  public Situation {
    audits = audits == null ? null : List.copyOf(audits);
    doubleDeviations = Sorted.copyOf(doubleDeviations);
  }

  /** As it is when the case opens. */
  public static Situation of(CaseFacts facts) {
    return new Situation(
        1,
        facts.detectedAt(),
        facts.severity(),
        facts.department(),
        facts.inHouse(),
        facts.room(),
        facts.departureAt(),
        facts.open(),
        Set.of(),
        null,
        null);
  }

  /** Whether something has failed on top of the failure. */
  public boolean failedTwice() {
    return !doubleDeviations.isEmpty();
  }

  /** The same, and the guest is elsewhere or leaves at another time. */
  public Situation whereabouts(
      boolean here, @Nullable String newRoom, @Nullable Instant newDepartureAt) {
    return new Situation(
        cycle,
        since,
        severity,
        department,
        here,
        newRoom,
        newDepartureAt,
        open,
        doubleDeviations,
        audits,
        linkedTo);
  }

  public Situation with(Severity other) {
    return new Situation(
        cycle,
        since,
        other,
        department,
        inHouse,
        room,
        departureAt,
        open,
        doubleDeviations,
        audits,
        linkedTo);
  }

  public Situation with(Department other) {
    return new Situation(
        cycle,
        since,
        severity,
        other,
        inHouse,
        room,
        departureAt,
        open,
        doubleDeviations,
        audits,
        linkedTo);
  }

  /** The same, known since another instant. */
  public Situation knownSince(Instant other) {
    return new Situation(
        cycle,
        other,
        severity,
        department,
        inHouse,
        room,
        departureAt,
        open,
        doubleDeviations,
        audits,
        linkedTo);
  }

  /** The same, and it stands in public. */
  public Situation inPublic() {
    return new Situation(
        cycle,
        since,
        severity,
        department,
        inHouse,
        room,
        departureAt,
        true,
        doubleDeviations,
        audits,
        linkedTo);
  }

  /** The same, and something more has failed. */
  public Situation with(DoubleDeviation failed) {
    Set<DoubleDeviation> all = new HashSet<>(doubleDeviations);
    all.add(failed);
    return new Situation(
        cycle,
        since,
        severity,
        department,
        inHouse,
        room,
        departureAt,
        open,
        all,
        audits,
        linkedTo);
  }

  /** The next cycle, which begins at that instant; whoever should have left by then has. */
  public Situation again(Instant at) {
    boolean here = inHouse && (departureAt == null || departureAt.isAfter(at));
    return new Situation(
        cycle + 1,
        at,
        severity,
        department,
        here,
        room,
        departureAt,
        open,
        doubleDeviations,
        audits,
        linkedTo);
  }

  /** Night audits of this hotel that are known; none: its date roll alone counts. */
  public List<NightAudit> knownAudits() {
    return audits == null ? List.of() : audits;
  }

  /** The same, of a guest who is known under another id. */
  public Situation linkedTo(GuestId other) {
    return new Situation(
        cycle,
        since,
        severity,
        department,
        inHouse,
        room,
        departureAt,
        open,
        doubleDeviations,
        audits,
        other);
  }

  /** The same, and the night audit has begun a business date. */
  public Situation audited(List<NightAudit> known) {
    return new Situation(
        cycle,
        since,
        severity,
        department,
        inHouse,
        room,
        departureAt,
        open,
        doubleDeviations,
        known,
        linkedTo);
  }
}
