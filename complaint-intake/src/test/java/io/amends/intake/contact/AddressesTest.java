package io.amends.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressesTest {

  @Test
  void one_address_is_the_same_however_it_is_typed() {
    assertThat(Addresses.email(" Li.Wei@Example.COM ")).isEqualTo("li.wei@example.com");
    assertThat(Addresses.email("ｌｉ@ｅｘａｍｐｌｅ．ｃｏｍ")).as("full width").isEqualTo("li@example.com");
    assertThat(Addresses.email("li@münchen.example")).isEqualTo("li@xn--mnchen-3ya.example");
  }

  @Test
  void no_two_addresses_are_taken_for_one() {
    assertThat(Addresses.email("li.wei@example.com"))
        .isNotEqualTo(Addresses.email("liwei@example.com"));
    assertThat(Addresses.email("li+hotel@example.com"))
        .isNotEqualTo(Addresses.email("li@example.com"));
  }

  @Test
  void what_is_no_address_tells_nobody() {
    assertThat(Addresses.email(null)).isNull();
    assertThat(Addresses.email("none")).isNull();
    assertThat(Addresses.email("@example.com")).isNull();
    assertThat(Addresses.email("li@")).isNull();
    assertThat(Addresses.email("li wei@example.com")).isNull();
  }

  @Test
  void one_number_is_the_same_however_it_is_dialled() {
    assertThat(Addresses.phone("+61 2 9374 4000", null)).isEqualTo("+61293744000");
    assertThat(Addresses.phone("(02) 9374-4000", "AU")).isEqualTo("+61293744000");
    assertThat(Addresses.phone("0011 852 2123 4567", "AU")).isEqualTo("+85221234567");
    assertThat(Addresses.phone("138 0013 8000", "CN")).isEqualTo("+8613800138000");
  }

  @Test
  void what_is_no_number_of_one_person_tells_nobody() {
    assertThat(Addresses.phone("(02) 9374-4000", null)).as("of which country?").isNull();
    assertThat(Addresses.phone("4711", "AU")).isNull();
    assertThat(Addresses.phone("+61 2 9374 4000 ext. 12", null)).as("a switchboard").isNull();
    assertThat(Addresses.phone("room 311", "AU")).isNull();
    assertThat(Addresses.phone(null, "AU")).isNull();
  }

  @Test
  void a_locale_may_name_a_country() {
    assertThat(Addresses.countryOf("en-AU")).isEqualTo("AU");
    assertThat(Addresses.countryOf("zh-Hant-HK")).isEqualTo("HK");
    assertThat(Addresses.countryOf("en")).isNull();
    assertThat(Addresses.countryOf(null)).isNull();
  }
}
