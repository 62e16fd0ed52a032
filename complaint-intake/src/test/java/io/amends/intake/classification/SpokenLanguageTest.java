package io.amends.intake.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpokenLanguageTest {

  @Test
  void chinese_is_told_apart_by_how_it_is_written() {
    assertThat(SpokenLanguage.of("房间里没有热水，前台也没人管。")).contains("zh-Hans");
    assertThat(SpokenLanguage.of("房間裡沒有熱水，前台也沒人管。")).contains("zh-Hant");
    assertThat(SpokenLanguage.of("早上")).contains("zh");
  }

  @Test
  void names_and_brands_of_another_language_change_nothing() {
    assertThat(SpokenLanguage.of("wifi太慢了，Starbucks的咖啡也没有")).contains("zh-Hans");
    assertThat(SpokenLanguage.of("The room was near 外滩 and the view was good")).contains("en");
  }

  @Test
  void scripts_of_one_language_tell_it() {
    assertThat(SpokenLanguage.of("部屋がとても寒かったです。")).contains("ja");
    assertThat(SpokenLanguage.of("방이 너무 추웠어요")).contains("ko");
    assertThat(SpokenLanguage.of("ห้องหนาวมาก")).contains("th");
  }

  @Test
  void small_words_tell_languages_of_one_script_apart() {
    assertThat(SpokenLanguage.of("The room was cold and nobody came to fix it.")).contains("en");
    assertThat(SpokenLanguage.of("La chambre était froide et personne n'est venu dans la nuit."))
        .contains("fr");
    assertThat(SpokenLanguage.of("Das Zimmer war kalt und es ist niemand gekommen."))
        .contains("de");
    assertThat(SpokenLanguage.of("La habitación era muy fría y no vino nadie por la noche."))
        .contains("es");
  }

  @Test
  void what_cannot_be_told_is_not_guessed() {
    assertThat(SpokenLanguage.of("")).isEmpty();
    assertThat(SpokenLanguage.of("1204!!!")).isEmpty();
    assertThat(SpokenLanguage.of("Wifi")).isEmpty();
  }
}
