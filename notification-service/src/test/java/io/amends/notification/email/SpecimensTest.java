package io.amends.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.words.Bundles;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.email.Letters.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every letter there is can be looked at before anybody gets it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpecimensTest {

  private static final String KEY = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);
  private static final HotelClock CLOCK = HotelClock.system();

  private final Specimens specimens = new Specimens(new DerivedCodes(KEY), CLOCK);

  private final Letters letters =
      new Letters(
          Bundles.of("hotel", "letters"),
          new TapLinks(new SignedLinks(KEY, CLOCK), "http://localhost:8085"),
          new GuestLinks("http://localhost:8081", new SignedLinks(KEY, CLOCK), CLOCK),
          new DerivedCodes(KEY),
          CLOCK);

  /** The digest of a night is a morning's letter of other cases. */
  @Test
  void there_is_one_of_each_letter_that_has_words() throws IOException {
    Properties words = new Properties();
    try (InputStream in = SpecimensTest.class.getResourceAsStream("/words/letters.properties")) {
      words.load(Objects.requireNonNull(in));
    }
    List<String> written =
        words.stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.substring(0, key.length() - ".subject".length()))
            .filter(template -> !template.equals("night"))
            .sorted()
            .toList();
    assertThat(new TreeSet<>(specimens.kinds().keySet()))
        .isEqualTo(written.stream().collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void each_is_whole_in_every_language() {
    for (String locale : List.of("en", "zh-CN")) {
      for (String template : specimens.kinds().keySet()) {
        Letter letter = letters.write(specimens.of(template, locale).orElseThrow(), "Noor");
        assertThat(letter.subject()).as(template).isNotBlank();
        assertThat(letter.text())
            .as("%s in %s", template, locale)
            .contains("Noor")
            .doesNotContainPattern("\\{\\d+}")
            .doesNotContain("null");
      }
    }
  }
}
