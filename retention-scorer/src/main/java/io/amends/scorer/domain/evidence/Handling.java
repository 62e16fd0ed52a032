package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done about a failure. */
public sealed interface Handling {

  Handling SILENT = new Silent();
  Handling GIVEN_UP = new GivenUp();

  /** Nobody spoke up about it. */
  record Silent() implements Handling {}

  /** Under way; what will come of it can only be expected. */
  record Open(CostTier tier) implements Handling {

    private static final Map<CostTier, Open> ALL =
        new EnumMap<>(
            Arrays.stream(CostTier.values())
                .collect(Collectors.toMap(Function.identity(), Open::new)));

    /** One of four, none made anew. */
    public static Open in(CostTier tier) {
      Open known = ALL.get(tier);
      return known == null ? new Open(tier) : known;
    }
  }

  /** Nothing came of the complaint. */
  record GivenUp() implements Handling {}

  /**
   * Made good.
   *
   * @param tier in which it was made good
   * @param satisfaction 1 to 5, null if the guest did not say
   */
  record Resolved(Delay delay, CostTier tier, @Nullable Integer satisfaction) implements Handling {}
}
