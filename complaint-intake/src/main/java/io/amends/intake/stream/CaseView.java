package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the door keeps of a case: as much as its guest may see, and by what names others call it.
 * Nobody's name, no words, no money, nobody's rank.
 *
 * @param externalRef what the tool that reported it calls it
 * @param knownAt when it first became known
 * @param closed whether nothing is to be done any more
 */
@JsonTypeName("amends.intake.case-view.v1")
public record CaseView(
    GuestId guestId,
    CaseId caseId,
    int caseVersion,
    PropertyId propertyId,
    IanaZone zone,
    String issue,
    @Nullable String externalRef,
    Instant knownAt,
    boolean closed,
    List<Promised> promises,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant madeGoodAt) {

  public CaseView {
    promises = List.copyOf(promises);
  }

  /** One promise to the guest, and what became of it; no hour while it stands still. */
  public record Promised(
      Clock clock, @Nullable Instant dueAt, ClockState.Result result, @Nullable Instant at) {

    static Promised of(ClockState promise) {
      return new Promised(promise.clock(), promise.dueAt(), promise.result(), promise.at());
    }
  }

  static CaseView of(CaseSnapshot c) {
    return new CaseView(
        c.guestId(),
        c.caseId(),
        c.caseVersion(),
        c.facts().place().propertyId(),
        c.facts().place().zone(),
        c.facts().issue(),
        c.facts().externalRef(),
        c.facts().detectedAt(),
        c.standing() == CaseSnapshot.Standing.CLOSED,
        c.promises().stream()
            .filter(promise -> promise.cycle() == c.now().cycle())
            .map(Promised::of)
            .toList(),
        c.acknowledgedAt(),
        c.apologisedAt(),
        c.fixedAt(),
        c.madeGoodAt());
  }
}
