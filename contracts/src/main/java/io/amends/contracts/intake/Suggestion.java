package io.amends.contracts.intake;

import java.util.List;

/**
 * What a reading of the guest's words suggests that it is about. A person who says what it is
 * always wins.
 *
 * @param issue a code of the policy's catalogue
 * @param confidence 0 to 1: its share of all that the words tell, doubt included
 * @param because entries of the lexicon that were found, the heaviest first; none of the guest's
 *     own words beyond them
 * @param lexicon version by which it was read
 */
public record Suggestion(String issue, double confidence, List<String> because, int lexicon) {
  public Suggestion {
    because = List.copyOf(because);
  }
}
