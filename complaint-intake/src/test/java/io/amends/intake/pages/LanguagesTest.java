package io.amends.intake.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  private static final List<Locale> FRENCH_THEN_ARABIC =
      List.of(Locale.FRENCH, Locale.forLanguageTag("ar-AE"));

  @Test
  void what_the_guest_asks_for_comes_before_the_link_and_the_browser() {
    assertThat(Languages.choose("zh-TW", "ar", FRENCH_THEN_ARABIC)).isEqualTo(Locale.CHINESE);
    assertThat(Languages.choose(null, "en-SG", FRENCH_THEN_ARABIC)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void of_the_browsers_languages_the_first_that_we_speak_is_taken_else_english() {
    assertThat(Languages.choose(null, null, FRENCH_THEN_ARABIC).getLanguage()).isEqualTo("ar");
    assertThat(Languages.choose("xx", null, List.of(Locale.FRENCH))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void arabic_runs_from_right_to_left() {
    assertThat(Languages.direction(Locale.forLanguageTag("ar"))).isEqualTo("rtl");
    assertThat(Languages.direction(Locale.CHINESE)).isEqualTo("ltr");
  }
}
