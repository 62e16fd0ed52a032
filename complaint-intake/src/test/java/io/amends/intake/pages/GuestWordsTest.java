package io.amends.intake.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.RemedyType;
import io.amends.contracts.recovery.ClockState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest meets no code in the middle of a page. */
class GuestWordsTest {

  @Test
  void every_code_on_a_page_has_words() {
    Stream<String> wanted =
        Stream.of(
                Stream.of(RemedyType.values()).map(wish -> "form.wish." + wish),
                TrackController.SHOWN.stream().map(clock -> "track.clock." + clock),
                Stream.of(ClockState.Result.values()).map(state -> "track.state." + state),
                Stream.of(SurveyLink.Kind.values())
                    .flatMap(
                        kind ->
                            Stream.of("title.", "lead.", "score.", "score.low.", "score.high.")
                                .map(key -> "survey." + key + kind)),
                Stream.of("track.state.PAUSED"))
            .flatMap(keys -> keys);
    assertThat(keys("guest")).containsAll(wanted.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest_zh", "guest_ar"})
  void every_language_has_all_the_words(String bundle) {
    assertThat(keys(bundle)).isEqualTo(keys("guest"));
  }

  private static Set<String> keys(String bundle) {
    Properties words = new Properties();
    String name = "/words/" + bundle + ".properties";
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(GuestWordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return new TreeSet<>(words.stringPropertyNames());
  }
}
