package io.amends.contracts.intake;

import java.util.List;

/**
 * What the guest's words hint at, in one matter.
 *
 * @param code of the matter's closed set
 * @param confidence 0 to 1: its share of all that the words tell of the matter, doubt included
 * @param because entries of the lexicon that were found, the heaviest first; none of the guest's
 *     own words beyond them
 * @param lexicon version by which it was read
 */
public record Hint(String code, double confidence, List<String> because, int lexicon) {
  public Hint {
    because = List.copyOf(because);
  }
}
