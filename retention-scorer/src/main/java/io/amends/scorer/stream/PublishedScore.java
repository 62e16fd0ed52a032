package io.amends.scorer.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.retention.RiskScored;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.Reason;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.score.Urgency;
import io.amends.scorer.domain.watch.OpenCase;
import java.util.List;
import java.util.Map;

/** A score in the words of the contract. */
public final class PublishedScore {

  private PublishedScore() {}

  public static RiskScored of(
      GuestId guest, RiskScore score, Standing standing, List<OpenCase> openCases) {
    return new RiskScored(
        guest,
        score.asOf(),
        score.model(),
        score.gone(),
        score.noStay(),
        score.expected(),
        score.baseRate(),
        band(standing),
        score.reasons().stream().map(PublishedScore::reason).toList(),
        score.atRisk(),
        openCases.stream().map(PublishedScore::openCase).toList());
  }

  private static RiskScored.OpenCase openCase(OpenCase open) {
    Urgency.Waiting waiting = open.waiting();
    return new RiskScored.OpenCase(
        open.caseId(),
        CostTier.valueOf(waiting.tier().name()),
        waiting.dearerAt(),
        waiting.points(),
        waiting.cost());
  }

  /** Lost stands above all bands. */
  static RiskScored.Band band(Standing standing) {
    return standing.gone() ? RiskScored.Band.GONE : RiskScored.Band.valueOf(standing.band().name());
  }

  public static RiskScored.Reason reason(Reason reason) {
    RiskScored.Factor factor = RiskScored.Factor.valueOf(reason.factor().name());
    double contribution = reason.contribution();
    return switch (reason.code()) {
      case Reason.Code.PaceSoFar c ->
          said(
              "PACE_SO_FAR",
              factor,
              contribution,
              Map.of("stays", c.stays(), "repeats", c.repeats()));
      case Reason.Code.Silence c -> said("SILENCE", factor, contribution, Map.of("days", c.days()));
      case Reason.Code.Booked c ->
          said("BOOKED", factor, contribution, Map.of("arrival", c.arrival()));
      case Reason.Code.Failed c ->
          said("FAILED", factor, contribution, Map.of("severity", c.severity().name()));
      case Reason.Code.NotMadeGood c ->
          said(
              "NOT_MADE_GOOD",
              factor,
              contribution,
              Map.of("since", c.since(), "tier", c.tier().name()));
      case Reason.Code.NeverMadeGood c ->
          said("NEVER_MADE_GOOD", factor, contribution, Map.of("since", c.since()));
      case Reason.Code.MadeGood c ->
          said("MADE_GOOD", factor, contribution, Map.of("delay", c.delay().name()));
      case Reason.Code.Seen c ->
          said(c.clue().name(), factor, contribution, Map.of("amount", c.amount()));
      case Reason.Code.HeldBack _ -> said("HELD_BACK", factor, contribution, Map.of());
      case Reason.Code.NeverCame _ -> said("NEVER_CAME", factor, contribution, Map.of());
    };
  }

  private static RiskScored.Reason said(
      String code, RiskScored.Factor factor, double contribution, Map<String, Object> parameters) {
    return new RiskScored.Reason(code, factor, contribution, parameters);
  }
}
