package io.amends.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linter of all letters: complete in each language, nothing said that a hotel must not say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

  /** Admitting liability, blaming the guest, running down others. */
  private static final Map<String, Pattern> BANNED =
      Map.of(
          "en",
          Pattern.compile(
              "(?i)\\b(liab\\w+|negligen\\w+|our fault|legally responsible|we admit|your (own )?fault"
                  + "|you should have|you failed to|as you (must|should) know|misunderst\\w+"
                  + "|(other|competing) hotels?|our competitors?|unlike (other|them))\\b"),
          "zh",
          Pattern.compile("责任在我|法律责任|过失|赔偿责任|您的错|您应该|您没有按|误会|其他酒店|竞争对手|别的酒店"));

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

  private static Properties words(String file) {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream("/words/" + file)),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return words;
  }

  static List<String> violations(String language, Properties words) {
    Pattern banned = Objects.requireNonNull(BANNED.get(language));
    return words.stringPropertyNames().stream()
        .filter(key -> banned.matcher(words.getProperty(key)).find())
        .sorted()
        .toList();
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"en,letters.properties", "zh,letters_zh.properties"})
  void nothing_is_said_that_a_hotel_must_not_say(String language, String file) {
    assertThat(violations(language, words(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was our fault.",
        "We are liable for it.",
        "You should have told the desk.",
        "Unlike other hotels we care."
      })
  void the_linter_finds(String banned) {
    Properties words = new Properties();
    words.setProperty("a", banned);
    assertThat(violations("en", words)).containsExactly("a");
  }

  @Test
  void every_language_has_all_the_words_with_all_that_goes_into_them() {
    Properties english = words("letters.properties");
    Properties chinese = words("letters_zh.properties");
    assertThat(new TreeSet<>(chinese.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"letters.properties", "letters_zh.properties"})
  void below_every_letter_stands_who_writes_and_how_to_end_what_sells(String file) {
    Properties words = words(file);
    for (String part : List.of("text", "html")) {
      assertThat(arguments(words.getProperty("footer.service." + part))).contains("0");
      for (String mayEnd : List.of("footer.promotional.", "footer.survey.")) {
        assertThat(arguments(words.getProperty(mayEnd + part))).contains("0", "1");
      }
    }
  }
}
