package io.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody meets a foreign language in the middle of a page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesTest {

  private static final Pattern TRANSLATION = Pattern.compile("_[a-z]{2}(?=\\.properties)");
  private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @MethodSource("translations")
  void every_language_says_line_by_line_what_english_says(Path translation) {
    Path english = Path.of(TRANSLATION.matcher(translation.toString()).replaceAll(""));

    assertThat(lines(translation).map(LanguagesTest::keyAndValues))
        .as("keys and values of %s", translation)
        .containsExactlyElementsOf(lines(english).map(LanguagesTest::keyAndValues).toList());
  }

  @Test
  void pages_speak_chinese_and_arabic() {
    assertThat(translations().map(file -> file.getFileName().toString()))
        .contains("desk_zh.properties", "guest_zh.properties", "unsubscribe_zh.properties")
        .contains("desk_ar.properties", "guest_ar.properties", "unsubscribe_ar.properties")
        .contains("hotel_zh.properties", "hotel_ar.properties");
  }

  /** A sentence without values is shown as it stands, two apostrophes and all. */
  @ParameterizedTest
  @MethodSource("bundles")
  void an_apostrophe_is_doubled_only_where_values_are_filled_in(Path bundle) {
    assertThat(lines(bundle).filter(line -> line.contains("''") && !VALUE.matcher(line).find()))
        .as("sentences of %s", bundle)
        .isEmpty();
  }

  static Stream<Path> translations() {
    return bundles().filter(file -> TRANSLATION.matcher(file.toString()).find());
  }

  static Stream<Path> bundles() {
    try (Stream<Path> modules = Files.list(Code.ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/resources/words"))
          .filter(Files::isDirectory)
          .sorted()
          .flatMap(words -> Approved.names(words).stream().map(words::resolve))
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Stream<String> lines(Path bundle) {
    return Approved.read(bundle).lines().filter(line -> line.matches("[^#=]+=.*"));
  }

  /** Such as {@code held.by 0}. */
  private static String keyAndValues(String line) {
    List<String> values = VALUE.matcher(line).results().map(value -> value.group(1)).toList();
    return line.substring(0, line.indexOf('=')) + " " + String.join(" ", new TreeSet<>(values));
  }
}
