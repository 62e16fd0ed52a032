package io.amends.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.inbound.Contact;
import io.amends.kit.security.KeyedHash;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactKeysTest {

  private static final Contact LI = new Contact("Li Wei", "Li.Wei@example.com", "+61 2 9374 4000");

  @Test
  void each_address_has_a_key_that_shows_nothing_of_it_the_mail_first() {
    List<String> keys = keys().of(LI);

    assertThat(keys).hasSize(2).allMatch(key -> key.matches("contact/[A-Za-z0-9_-]{43}"));
    assertThat(keys().of(new Contact(null, "li.wei@EXAMPLE.com", null)))
        .containsExactly(keys.getFirst());
    assertThat(keys().of(new Contact(null, "no address", "4711"))).isEmpty();
  }

  @Test
  void what_many_share_has_none() {
    assertThat(keys("desk@hotel.example").of(new Contact(null, "Desk@Hotel.example", null)))
        .isEmpty();
    assertThat(keys("@agency.example").of(new Contact(null, "any@agency.example", null))).isEmpty();
    assertThat(keys("+61 2 9374 4000").of(LI)).containsExactly(keys().of(LI).getFirst());
    assertThat(keys("@agency.example").of(LI)).hasSize(2);
  }

  @Test
  void a_shared_address_that_is_none_is_told_at_the_start() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keys("agency"))
        .withMessageStartingWith("amends.intake.shared-contacts: ");
  }

  @Test
  void a_number_is_kept_as_it_is_dialled_from_everywhere() {
    assertThat(ContactKeys.kept(new Contact("Li", "li@example.com", "(02) 9374-4000"), "AU"))
        .isEqualTo(new Contact("Li", "li@example.com", "+61293744000"));
    assertThat(ContactKeys.kept(new Contact(null, null, "ask at the bar"), "AU"))
        .isEqualTo(new Contact(null, null, "ask at the bar"));
  }

  private static ContactKeys keys(String... shared) {
    return new ContactKeys(new KeyedHash("k1:" + "A".repeat(43), "contact"), Set.of(shared));
  }
}
