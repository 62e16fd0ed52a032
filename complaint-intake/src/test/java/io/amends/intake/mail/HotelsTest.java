package io.amends.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HotelsTest {

  private static final Hotels OF_THE_CHAIN =
      Hotels.of(List.of("quay@chain.example=SYD-QUAY", "care+*@chain.example=*"), null);

  @Test
  void an_address_says_which_hotel() {
    assertThat(OF_THE_CHAIN.of(List.of("me@x.example", "quay@chain.example"))).hasValue("SYD-QUAY");
    assertThat(OF_THE_CHAIN.of(List.of("care+sha-bund@chain.example"))).hasValue("SHA-BUND");
  }

  @Test
  void who_writes_to_none_of_them_writes_to_the_mailboxs_own_if_it_has_one() {
    List<String> nobody = List.of("care@chain.example", "care+.@chain.example");
    assertThat(OF_THE_CHAIN.of(nobody)).isEmpty();
    assertThat(Hotels.of(List.of(), "SIN-MARINA").of(nobody)).hasValue("SIN-MARINA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quay@chain.example", "=SYD-QUAY", "q@x.example=quay", "*@x.example=A1", "q@x=*"})
  void what_is_set_wrongly_is_said(String wrong) {
    assertThatThrownBy(() -> Hotels.of(List.of(wrong), null))
        .hasMessageContaining("recipients: " + wrong);
  }

  @Test
  void a_mailbox_for_no_hotel_is_none() {
    assertThatThrownBy(() -> Hotels.of(List.of(), null)).hasMessageContaining("property: none");
    assertThatThrownBy(() -> Hotels.of(List.of(), "quay")).hasMessageContaining("property: quay");
  }
}
