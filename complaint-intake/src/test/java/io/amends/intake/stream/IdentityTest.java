package io.amends.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who the guest is, through the whole door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityTest {

  private static final String MAIL = "li.wei@example.com";
  private static final String PHONE = "+61 2 9374 4000";

  private final Door door;

  IdentityTest(@TempDir Path folder) {
    door = new Door(folder);
  }

  @BeforeEach
  void a_hotel() {
    reference(Map.of("properties", List.of(Door.QUAY)));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_known_guest_is_found_by_either_address_however_it_is_written() {
    guest("G-204", MAIL, PHONE);

    complaint("mail-1", contact("Li.Wei@Example.com", null));
    complaint("phone-1", contact(null, "(02) 9374-4000"));

    assertThat(guests()).containsExactly("G-204", "G-204");
    assertThat(door.out(Topics.CONTACTS)).extracting(TestRecord::key).containsExactly("G-204");
    assertThat(links()).isEmpty();
  }

  @Test
  void a_stranger_who_writes_again_is_the_same_guest() {
    String first = complaint("mail-1", contact(MAIL, null));
    complaint("mail-2", contact(MAIL, null));

    assertThat(guests()).containsExactly("A-" + first, "A-" + first);
    assertThat(links()).isEmpty();
  }

  @Test
  void a_stay_and_a_room_count_before_a_contact_and_a_named_guest_before_all() {
    guest("G-204", MAIL, null);
    door.write(
        InboundKind.INTERACTIONS,
        "pms",
        "in-1",
        Map.of(
            "kind", "CHECKED_IN",
            "guestId", "G-390",
            "stayId", "S-1",
            "propertyId", "SYD-QUAY",
            "room", "311",
            "occurredAt", door.now().toString()));

    complaint("by-room", with(contact(MAIL, null), "room", "311"));
    complaint("by-name", with(contact(MAIL, null), "guestId", "G-7"));

    assertThat(guests()).containsExactly("G-390", "G-7");
  }

  @Test
  void the_chain_says_later_whose_the_address_is_and_the_two_are_joined_once() {
    String mail = complaint("mail-1", contact(MAIL, null));
    guest("G-390", MAIL, null);
    guest("G-390", MAIL, PHONE);

    assertThat(links())
        .containsExactly(
            "A-%s: A-%s -> G-390 (contacts)".formatted(mail, mail),
            "G-390: A-%s -> G-390 (contacts)".formatted(mail));

    complaint("mail-2", contact(MAIL, null));
    assertThat(guests()).containsExactly("A-" + mail, "G-390");
    assertThat(links()).hasSize(2);
  }

  @Test
  void who_writes_a_strangers_number_beside_an_own_address_does_not_get_their_mail() {
    String victim = complaint("mail-1", contact(MAIL, PHONE));
    complaint("taker", contact("taker@example.com", PHONE));
    assertThat(guests()).containsExactly("A-" + victim, "A-" + victim);
    assertThat(addresses("A-" + victim)).containsExactly(MAIL);
    complaint("mail-2", contact(MAIL, null));
    assertThat(guests().getLast()).isEqualTo("A-" + victim);
  }

  @Test
  void two_strangers_are_not_joined_by_who_writes_both_addresses_but_by_the_chain() {
    String byMail = complaint("mail-1", contact(MAIL, null));
    String byPhone = complaint("phone-1", contact(null, PHONE));

    complaint("both", contact(MAIL, PHONE));
    assertThat(guests()).containsExactly("A-" + byMail, "A-" + byPhone, "A-" + byMail);
    assertThat(links()).isEmpty();

    guest("G-1", MAIL, PHONE);
    complaint("mail-2", contact(MAIL, null));
    complaint("phone-2", contact(null, PHONE));
    assertThat(guests()).endsWith("G-1", "G-1");
  }

  @Test
  void an_address_that_two_guests_share_tells_nobody_and_joins_nobody() {
    guest("G-1", MAIL, null);
    guest("G-2", MAIL, null);

    String own = complaint("mail-1", contact(MAIL, null));

    assertThat(guests()).containsExactly("A-" + own);
    assertThat(links()).isEmpty();
  }

  @Test
  void two_profiles_that_the_chain_joins_share_their_addresses_from_then_on() {
    guest("G-1", MAIL, null);
    guest("G-2", MAIL, PHONE);
    link("G-1", "G-2");
    link("G-1", "G-2");
    link("G-2", "G-1");

    complaint("mail-1", contact(MAIL, null));

    assertThat(links())
        .as("once, and not round in a circle")
        .containsExactly("G-1: G-1 -> G-2 (pms)", "G-2: G-1 -> G-2 (pms)");
    assertThat(guests()).containsExactly("G-2");
  }

  @Test
  void who_was_joined_and_moves_on_is_found_where_the_last_join_led() {
    String mail = complaint("mail-1", contact(MAIL, null));
    link("A-" + mail, "G-1");
    link("G-1", "G-2");

    complaint("mail-2", contact(MAIL, null));

    assertThat(guests().getLast()).isEqualTo("G-2");
  }

  @Test
  void a_corrected_address_tells_its_guest_no_more_and_an_erased_one_nobody() {
    guest("G-1", MAIL, null);
    guest("G-1", "new@example.com", null);
    String own = complaint("old", contact(MAIL, null));
    complaint("new", contact("new@example.com", null));
    assertThat(guests()).containsExactly("A-" + own, "G-1");

    door.erase(Topics.CONTACTS, "G-1");
    String erased = complaint("erased", contact("new@example.com", null));
    assertThat(guests().getLast()).isEqualTo("A-" + erased);
  }

  @Test
  void neither_store_holds_an_address_or_a_number() {
    guest("G-1", MAIL, PHONE);
    complaint("mail-1", contact("stranger@example.com", null));

    assertThat(
            door.stored(IntakeTopology.CONTACT_OWNERS)
                + door.stored(IntakeTopology.STATED_CONTACTS))
        .contains("G-1", "contact/")
        .doesNotContain("example.com", "9374", "wei", "stranger");
  }

  private void guest(String id, String email, @Nullable String phone) {
    Map<String, Object> guest = new HashMap<>(Map.of("guestId", id, "email", email));
    if (phone != null) {
      guest.put("phone", phone);
    }
    reference(Map.of("guests", List.of(guest)));
  }

  private void link(String from, String to) {
    reference(
        Map.of("links", List.of(Map.of("from", from, "to", to, "at", door.now().toString()))));
  }

  private void reference(Map<String, Object> sent) {
    door.write(InboundKind.REFERENCE, "pms", "r-" + door.now(), sent);
  }

  private String complaint(String id, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "propertyId", "SYD-QUAY",
                "channel", "EMAIL",
                "issue", "ROOM_CLIMATE",
                "occurredAt", door.now().toString()));
    body.putAll(more);
    return door.write(InboundKind.COMPLAINTS, "mail", id, body);
  }

  private static Map<String, Object> contact(@Nullable String email, @Nullable String phone) {
    Map<String, Object> contact = new HashMap<>();
    if (email != null) {
      contact.put("email", email);
    }
    if (phone != null) {
      contact.put("phone", phone);
    }
    return Map.of("contact", contact);
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, String value) {
    Map<String, Object> more = new HashMap<>(body);
    more.put(field, value);
    return more;
  }

  /** Whose each complaint is, in the order in which they came out. */
  private List<String> guests() {
    return door.out(Topics.COMPLAINTS).stream().map(TestRecord::key).toList();
  }

  /** Where whoever is told something under that id gets it, from the first time on. */
  private List<String> addresses(String guest) {
    return door.out(Topics.CONTACTS).stream()
        .filter(told -> told.key().equals(guest))
        .map(told -> told.value().path("email").asString())
        .toList();
  }

  private List<String> links() {
    return door.out(Topics.GUEST_LINKS).stream()
        .map(
            told -> {
              JsonNode link = told.value();
              return "%s: %s -> %s (%s)"
                  .formatted(
                      told.key(),
                      link.path("from").asString(),
                      link.path("to").asString(),
                      link.path("source").asString());
            })
        .toList();
  }
}
