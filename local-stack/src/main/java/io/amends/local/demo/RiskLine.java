package io.amends.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the scorer says of a guest, in a line and its reasons. */
final class RiskLine {

  private static final int REASONS_TOLD = 2;

  /** How often a guest comes is why the same failure weighs more or less; it is not the story. */
  private static final Set<String> OF_THE_STORY = Set.of("FAILURE", "RECOVERY", "ATTITUDE");

  private RiskLine() {}

  /** How likely the guest does not come back, and how likely if nothing had gone wrong. */
  static String headline(JsonNode risk) {
    return "  the risk that the guest does not come back: %s (%s had all been well), band %s"
        .formatted(
            percent(risk.path("pNoStay")),
            percent(risk.path("expected")),
            risk.path("band").asString());
  }

  /** The heaviest reasons, each with its way. */
  static List<String> reasons(JsonNode risk) {
    List<JsonNode> heaviest = new ArrayList<>();
    for (JsonNode reason : risk.path("reasons")) {
      if (OF_THE_STORY.contains(reason.path("factor").asString())) {
        heaviest.add(reason);
      }
    }
    heaviest.sort(Comparator.comparingDouble(RiskLine::weight).reversed());
    return heaviest.stream()
        .limit(REASONS_TOLD)
        .map(
            reason ->
                "    %s %s"
                    .formatted(
                        reason.path("contribution").asDouble() > 0 ? "+" : "-",
                        reason.path("text").asString()))
        .toList();
  }

  private static double weight(JsonNode reason) {
    return Math.abs(reason.path("contribution").asDouble());
  }

  private static String percent(JsonNode probability) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * probability.asDouble());
  }
}
