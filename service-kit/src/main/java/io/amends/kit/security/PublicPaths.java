package io.amends.kit.security;

import java.util.List;

/** What anybody may open without a token; everything else is denied. */
public record PublicPaths(List<String> patterns) {

  public PublicPaths {
    patterns = List.copyOf(patterns);
  }

  public static PublicPaths of(String... patterns) {
    return new PublicPaths(List.of(patterns));
  }
}
