package io.amends.kit.security;

import java.util.List;

/**
 * What anybody may open without a token; everything else is denied.
 *
 * @param forPartners what a partner of the chain may open, by token, and nothing else
 */
public record PublicPaths(List<String> patterns, List<String> forPartners) {

  /** The role of a partner: another company, which sees nothing of guests and cases. */
  public static final String PARTNER = "PARTNER";

  public PublicPaths {
    patterns = List.copyOf(patterns);
    forPartners = List.copyOf(forPartners);
  }

  public static PublicPaths of(String... patterns) {
    return new PublicPaths(List.of(patterns), List.of());
  }

  public PublicPaths andForPartners(String... paths) {
    return new PublicPaths(patterns, List.of(paths));
  }
}
