package io.amends.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.identity.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class HoldersTest {

  private final Holders holders =
      new Holders(
          List.of(
              new Person("tom", "Tom Wang", "tom", List.of("DUTY_MANAGER"), List.of("SHA-BUND"))));

  @Test
  void a_known_person_keeps_what_is_not_named_otherwise() {
    assertThat(holders.named(Map.of("as", "tom")))
        .isEqualTo(new Holder("tom", "Tom Wang", List.of("DUTY_MANAGER"), List.of("SHA-BUND")));
    assertThat(holders.named(Map.of("as", "tom", "property", "SIN-MARINA")))
        .isEqualTo(new Holder("tom", "Tom Wang", List.of("DUTY_MANAGER"), List.of("SIN-MARINA")));
  }

  @Test
  void an_unknown_one_is_whom_the_command_line_says() {
    assertThat(holders.named(Map.of("as", "bo", "role", new String[] {"REGION", "SECURITY"})))
        .isEqualTo(new Holder("bo", "bo", List.of("REGION", "SECURITY"), List.of("*")));
    assertThat(holders.named(Map.of("role", "OPERATIONS")).id()).isEqualTo("cli");
  }

  @Test
  void an_unknown_one_without_a_role_is_nobody() {
    assertThatThrownBy(() -> holders.named(Map.of("as", "bo")))
        .isInstanceOf(OAuth2AuthenticationException.class)
        .hasMessageContaining("or as with one of tom");
  }
}
