package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.BudgetAsked;
import io.amends.contracts.recovery.RecoveryEvent.BudgetRefused;
import io.amends.contracts.recovery.RecoveryEvent.OfCare;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfCourse;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OwnApprovalRefused;
import io.amends.contracts.recovery.RecoveryEvent.RemedyApproved;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyReached;
import io.amends.contracts.recovery.RecoveryEvent.RemedyRequested;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Approval;
import io.amends.contracts.recovery.Remedy.Standing;
import java.util.List;
import java.util.function.UnaryOperator;

/** Folds what happened into what the guest was given or is to be given. */
final class RemedyHistory {

  private RemedyHistory() {}

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if the stored history is damaged
   */
  static Remedies evolve(Remedies part, RecoveryEvent event) {
    return switch (event) {
      case RemedyRequested e -> part.with(e.remedy(), e.entries());
      case BudgetAsked e ->
          changed(part, event, e.number(), List.of(), remedy -> remedy.with(e.hold()));
      case BudgetRefused e ->
          changed(part, event, e.number(), List.of(), remedy -> remedy.with((Remedy.Hold) null));
      case ApprovalAsked e ->
          changed(
              part,
              event,
              e.number(),
              List.of(),
              remedy -> remedy.asked(new Approval(e.of(), e.answer().number())));
      case RemedyApproved e ->
          changed(
              part,
              event,
              e.number(),
              List.of(),
              remedy -> ApprovalDecider.with(remedy, e.agreed()));
      case RemedyGranted e -> part.with(e.remedy(), e.entries());
      case RemedyDeclined e ->
          changed(part, event, e.number(), e.entries(), remedy -> remedy.ended(Standing.DECLINED));
      case RemedyTakenBack e ->
          changed(
              part, event, e.number(), e.entries(), remedy -> remedy.ended(Standing.TAKEN_BACK));
      case OwnApprovalRefused _,
          RemedyReached _,
          OfCourse _,
          OfCare _,
          OfPromises _,
          OfCost _,
          OfLadder _ ->
          part;
    };
  }

  private static Remedies changed(
      Remedies part,
      RecoveryEvent event,
      int number,
      List<LedgerEntry> lines,
      UnaryOperator<Remedy> how) {
    Remedy remedy = part.find(number).orElseThrow(() -> Damage.of(event, part));
    return part.with(how.apply(remedy), lines);
  }
}
