package io.amends.intake.domain;

import io.amends.contracts.Severity;
import io.amends.contracts.intake.Manner;
import io.amends.contracts.intake.Suggestion;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.policy.HotelPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a guest's words, where nobody said it.
 *
 * @param suggestion what they are about; null: they do not say, or somebody has said it
 * @param sure whether it is handled so until somebody has looked
 * @param language BCP 47; null: it can't be told, or somebody has said it
 * @param manner how it is told; null: the words do not tell, or somebody has said it all
 */
public record Reading(
    @Nullable Suggestion suggestion,
    boolean sure,
    @Nullable String language,
    @Nullable Manner manner) {

  public static final Reading NOTHING = new Reading(null, false, null, null);

  /** A chain may have taken the code out of its catalogue. */
  @Nullable Suggestion in(HotelPolicy policy) {
    return suggestion == null || !policy.catalogue().containsKey(suggestion.issue())
        ? null
        : suggestion;
  }

  /**
   * The code to go by for now; null: a person has to say it. What few may see, and what is critical
   * for good, is never taken from words alone: a curtain that fell is no injury, and neither can be
   * taken back.
   */
  @Nullable String issue(HotelPolicy policy) {
    Suggestion known = in(policy);
    return known == null || !sure || isForGood(known, policy) ? null : known.issue();
  }

  private static boolean isForGood(Suggestion known, HotelPolicy policy) {
    CatalogueEntry entry = policy.catalogue().get(known.issue());
    return entry != null
        && entry.flagsOrNone().stream()
            .anyMatch(
                flag ->
                    policy.sensitive().flags().contains(flag)
                        || policy.severity().atLeast().get(flag) == Severity.CRITICAL);
  }
}
