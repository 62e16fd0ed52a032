package io.amends.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.Flag;
import io.amends.contracts.RemedyType;
import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.recovery.CasePolicy.Need;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RootCause;
import io.amends.contracts.recovery.SameMatter;
import io.amends.contracts.retention.RiskScored;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of the desk has a sentence, and every sentence can be formatted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundlesTest {

  @ParameterizedTest
  @ValueSource(strings = {"desk", "desk_zh", "desk_ar"})
  void every_sentence_is_a_pattern_that_can_be_filled(String name) {
    Properties words = bundle(name);
    words
        .stringPropertyNames()
        .forEach(
            key ->
                assertThat(MessageFormat.format(words.getProperty(key), 1, 2, 3, 4, 5))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{"));
  }

  @Test
  void every_code_that_a_page_shows_has_words() {
    Properties words = bundle("desk");
    Stream<String> keys =
        Stream.of(
                codes("department.", Department.values()),
                codes("flag.", Flag.values()),
                codes("occasion.", PersonalDataSeen.Occasion.values()),
                codes("alike.", SameMatter.Likeness.values()),
                codes("channel.", Channel.values()),
                codes("remedy.", RemedyType.values()),
                codes("need.", Need.values()),
                codes("band.", RiskScored.Band.values()),
                codes("gap.", RootCause.Gap.values()),
                codes("rootcause.", RootCause.Cause.values()),
                codes("plan.style.", ComplaintStyle.values()),
                Stream.of("BOOKED", "IN_HOUSE", "LEFT", "CANCELLED").map(state -> "stay." + state),
                events(RecoveryEvent.class))
            .flatMap(each -> each);
    assertThat(keys).allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotNull());
  }

  /** A page in another language lacks nothing, and says as much with what it is given. */
  @ParameterizedTest
  @ValueSource(strings = {"desk_zh", "desk_ar"})
  void each_language_says_all_that_the_others_say(String name) {
    Properties english = bundle("desk");
    Properties other = bundle(name);
    assertThat(other.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    english
        .stringPropertyNames()
        .forEach(
            key ->
                assertThat(values(other.getProperty(key)))
                    .as(key)
                    .isEqualTo(values(english.getProperty(key))));
  }

  /** The numbers of what is filled in. */
  private static Set<String> values(String pattern) {
    return Pattern.compile("\\{(\\d)")
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> codes(String before, Enum<?>[] values) {
    return Stream.of(values).map(value -> before + value.name());
  }

  private static Stream<String> events(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(BundlesTest::events)
        : Stream.of("line." + family.getSimpleName());
  }

  private static Properties bundle(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            BundlesTest.class.getResourceAsStream("/words/" + name + ".properties"), name)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
