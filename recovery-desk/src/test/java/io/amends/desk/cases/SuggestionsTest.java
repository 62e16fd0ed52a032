package io.amends.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What staff are shown of a reading: the guest's own words, never the lexicon's patterns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionsTest {

  @Test
  void what_was_found_is_told_in_the_guests_words() {
    assertThat(
            Suggestions.found(
                List.of("ice[ -]cold", "no hot water", "没有?房(间)?了", "*broken"),
                "No hot water, it was ICE-cold. 没房了"))
        .containsExactly("ice-cold", "no hot water", "没房了");
  }
}
