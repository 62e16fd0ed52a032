package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Answer;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.orchestrator.domain.Decision.AnsweredBefore;
import io.amends.orchestrator.domain.Decision.AskedOf;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.RefusedOnRecord;
import io.amends.orchestrator.domain.Decision.Waits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision in the published language, as the one who asked reads it. */
public final class Answers {

  private Answers() {}

  public static Answer of(Decision decision) {
    return switch (decision) {
      case Done _ -> Answer.DONE;
      case AnsweredBefore(var answer) -> answer;
      case AskedOf(_, var codes, var whoCould) ->
          new Answer(Result.ASKED, codes.stream().map(Answers::code).toList(), whoCould);
      case RefusedOnRecord(_, var refused) -> of(refused);
      case Waits _ -> throw new IllegalArgumentException("decision: waits (expected: an answer)");
      case Moot(var why) ->
          new Answer(Result.MOOT, List.of(CommandOutcome.Code.of(why.name())), Set.of());
      case Refused(var codes, var whoCould) ->
          new Answer(Result.REFUSED, codes.stream().map(Answers::code).toList(), whoCould);
    };
  }

  private static CommandOutcome.Code code(Code code) {
    return switch (code) {
      case Code.NotOpenYet _ -> CommandOutcome.Code.of("NOT_OPEN_YET");
      case Code.NotThisProperty _ -> CommandOutcome.Code.of("NOT_THIS_PROPERTY");
      case Code.NotThisRole(var role) ->
          new CommandOutcome.Code("NOT_THIS_ROLE", Map.of("role", role));
      case Code.OverLimit(var limit, var inMoney, var given, var asked, var left) ->
          new CommandOutcome.Code(
              "OVER_LIMIT",
              Map.of(
                  "limit", limit,
                  "limitInMoney", inMoney,
                  "given", given,
                  "asked", asked,
                  "leftInMoney", left));
      case Code.OverMonth(var budget, var left, var inMoney) ->
          new CommandOutcome.Code(
              "OVER_MONTH", Map.of("budget", budget, "left", left, "leftInMoney", inMoney));
      case Code.AboveCeiling(var ceiling, var inMoney, var total, var by) ->
          new CommandOutcome.Code(
              "ABOVE_CEILING",
              Map.of("ceiling", ceiling, "ceilingInMoney", inMoney, "total", total, "by", by));
      case Code.GivenBefore(var given, var inMoney, var by) ->
          new CommandOutcome.Code(
              "GIVEN_BEFORE", Map.of("given", given, "givenInMoney", inMoney, "by", by));
      case Code.PartGiven(var number, var amount) ->
          new CommandOutcome.Code("PART_GIVEN", Map.of("number", number, "amount", amount));
      case Code.AskedSomebody asked -> askedOf(asked);
      case Code.OwnRequest(var number) ->
          new CommandOutcome.Code("OWN_REQUEST", Map.of("number", number));
      case Code.ReasonMissing _ -> CommandOutcome.Code.of("REASON_MISSING");
      case Code.BudgetSilent(var budget) ->
          new CommandOutcome.Code("BUDGET_SILENT", Map.of("budget", budget));
      case Code.NoWorth(var currency) ->
          new CommandOutcome.Code("NO_WORTH", Map.of("expectedCurrency", currency));
      case Code.UnknownReason(var reason, var expected) ->
          new CommandOutcome.Code("UNKNOWN_REASON", Map.of("reason", reason, "expected", expected));
      case Code.MergedInto(var into) ->
          new CommandOutcome.Code("MERGED_INTO", Map.of("into", into));
      case Code.NotSuggested(var other) ->
          new CommandOutcome.Code("NOT_SUGGESTED", Map.of("other", other));
      case Code.NoSuchPolicy(var policy) ->
          new CommandOutcome.Code("NO_SUCH_POLICY", Map.of("policy", policy));
      case Code.TooLow(var lowest) -> new CommandOutcome.Code("TOO_LOW", Map.of("lowest", lowest));
      case Code.NotThen(var notBefore, var notAfter) ->
          new CommandOutcome.Code("NOT_THEN", Map.of("notBefore", notBefore, "notAfter", notAfter));
      case Code.NoSuchRemedy(var number) ->
          new CommandOutcome.Code("NO_SUCH_REMEDY", Map.of("number", number));
      case Code.StillOpen(var need, var whoCan) ->
          new CommandOutcome.Code(need + "_MISSING", Map.of("whoCan", whoCan));
    };
  }

  private static CommandOutcome.Code askedOf(Code.AskedSomebody asked) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("number", asked.number());
    parameters.put("amount", asked.amount());
    parameters.put("role", asked.role());
    parameters.put("people", asked.people());
    parameters.put("answerBy", asked.answerBy().toString());
    Role then = asked.thenRole();
    if (then != null) {
      parameters.put("thenRole", then);
      parameters.put("thenPeople", asked.thenPeople());
    }
    return new CommandOutcome.Code("ASKED", parameters);
  }
}
