package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.recovery.Limits;
import io.amends.contracts.recovery.RecoveryEvent.BudgetAsked;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Hold;
import io.amends.contracts.recovery.Stamp;
import io.amends.orchestrator.domain.money.BudgetMessage;
import io.amends.orchestrator.domain.money.BudgetMessage.Kind;
import io.amends.orchestrator.domain.money.MonthBudget;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a case takes of the months of those who give. */
public final class Holds {

  /** How long a month's budget is waited for (the house's); then it counts as a refusal. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private Holds() {}

  /**
   * Asks the month of whoever gives or approves; empty if nobody counts that.
   *
   * @param reason of whoever approves
   * @param eventsBefore of the same decision
   */
  static Optional<BudgetAsked> reserve(
      RecoveryCase state,
      Course.Open open,
      Remedy remedy,
      Asked asked,
      @Nullable String reason,
      int eventsBefore) {
    Limits limits = open.policy().limits().get(asked.as());
    return limits == null
        ? Optional.empty()
        : limits
            .month()
            .map(
                month ->
                    asked(
                        state.stampFor(asked, eventsBefore),
                        remedy,
                        MonthBudget.of(
                            asked.by(), asked.as(), limits, open.facts().place(), asked.at()),
                        month,
                        asked,
                        reason));
  }

  private static BudgetAsked asked(
      Stamp stamp,
      Remedy remedy,
      String budget,
      Nights limit,
      Asked asked,
      @Nullable String reason) {
    return new BudgetAsked(
        stamp,
        remedy.number(),
        new Hold(
            stamp.eventId(),
            budget,
            remedy.grant().counted(),
            limit,
            asked.by(),
            asked.as(),
            asked.at(),
            asked.at().plus(LONGEST_WAIT).truncatedTo(ChronoUnit.MILLIS),
            asked.commandId(),
            reason));
  }

  /**
   * What the months have to be told so that they say what the case says. Nothing else is ever told
   * to them, so nothing that is set aside can be forgotten.
   */
  public static List<BudgetMessage> changes(RecoveryCase before, RecoveryCase after) {
    Map<String, Remedy> was = held(before);
    Map<String, Remedy> is = held(after);
    List<BudgetMessage> messages = new ArrayList<>();
    is.forEach(
        (id, remedy) -> {
          Remedy known = was.get(id);
          if (known == null) {
            messages.add(message(Kind.RESERVE, remedy, after));
          } else if (known.pends() && !remedy.pends()) {
            messages.add(message(Kind.COMMIT, remedy, after));
          }
        });
    was.forEach(
        (id, remedy) -> {
          if (!is.containsKey(id)) {
            messages.add(message(remedy.pends() ? Kind.RELEASE : Kind.REVERSE, remedy, before));
          }
        });
    return messages;
  }

  private static Map<String, Remedy> held(RecoveryCase state) {
    Map<String, Remedy> held = new LinkedHashMap<>();
    for (Remedy remedy : state.remedies().all()) {
      Hold hold = remedy.hold();
      if (hold != null) {
        held.put(hold.id(), remedy);
      }
    }
    return held;
  }

  private static BudgetMessage message(Kind kind, Remedy remedy, RecoveryCase state) {
    Hold hold = java.util.Objects.requireNonNull(remedy.hold());
    return new BudgetMessage(
        kind,
        hold.budget(),
        hold.id(),
        hold.nights(),
        hold.limit(),
        java.util.Objects.requireNonNull(state.of()),
        remedy.number());
  }
}
