package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Answer;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.orchestrator.domain.Decision.AnsweredBefore;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
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
      case Code.OverLimit(var limit, var inMoney, var given, var asked) ->
          new CommandOutcome.Code(
              "OVER_LIMIT",
              Map.of("limit", limit, "limitInMoney", inMoney, "given", given, "asked", asked));
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
}
