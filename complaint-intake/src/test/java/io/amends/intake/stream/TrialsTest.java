package io.amends.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import io.amends.contracts.Severity;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.ContactOwners;
import io.amends.intake.domain.Directory;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.domain.Sources;
import io.amends.intake.domain.Whereabouts;
import io.amends.kit.clock.StillClock;
import io.amends.kit.events.Json;
import io.amends.kit.security.KeyedHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What would become of an event, told without sending it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialsTest {

  private static final Instant NOW = Instant.parse("2027-02-20T07:00:00Z");
  private static final UUID KEY = EventKey.of("http/pms", "1");

  private final Trials trials =
      new Trials(
          id -> id.equals("SYD-QUAY") ? Json.bytes(quay()) : null,
          _ -> null,
          new Sources(Map.of()),
          new ContactKeys(new KeyedHash("k1:" + "A".repeat(43), "contact"), Set.of()),
          new StillClock(NOW));

  @Test
  void a_complaint_would_be_let_in_in_the_catalogues_words() {
    Trials.Judged judged = complaint(Map.of("issue", "PESTS", "guestId", "G-1"));

    assertThat(judged.keys()).isEmpty();
    assertThat(judged.trial().result()).isEqualTo(Trial.Result.ACCEPTED);
    assertThat(judged.trial().history()).isFalse();
    assertThat(judged.trial().guest()).isEqualTo(Trial.Who.NAMED);
    assertThat(judged.trial().guestId()).isEqualTo("G-1");
    assertThat(judged.trial().complaint())
        .extracting("issue", "severity")
        .containsExactly("PESTS", Severity.MAJOR);
  }

  @Test
  void its_guest_would_be_looked_for_by_the_same_keys_and_nobody_is_told() {
    Trials.Judged judged =
        complaint(
            Map.of(
                "issue", "WIFI",
                "stayId", "S-1",
                "room", "311",
                "contact", Map.of("email", "li@example.com")));

    assertThat(judged.keys()).hasSize(3);
    assertThat(judged.keys().stream().map(Trials::by))
        .containsExactly(Trial.Who.BY_STAY, Trial.Who.BY_ROOM, Trial.Who.BY_CONTACT);
    assertThat(judged.trial().guest()).isEqualTo(Trial.Who.NOBODY_KNOWN);
    assertThat(judged.trial().guestId()).isNull();
  }

  @Test
  void what_is_old_would_be_history() {
    Trials.Judged judged =
        complaint(Map.of("issue", "WIFI", "occurredAt", NOW.minus(Duration.ofDays(30)).toString()));

    assertThat(judged.trial().history()).isTrue();
  }

  @Test
  void it_would_be_refused_by_field_or_wait_for_its_hotel() {
    assertThat(complaint(Map.of("issue", "NO_SUCH")).trial())
        .isEqualTo(
            Trial.refused(
                List.of(new Flaw("/issue", "NO_SUCH", "a code of the policy's catalogue"))));
    assertThat(complaint(Map.of("issue", "WIFI", "propertyId", "NOWHERE")).trial())
        .isEqualTo(Trial.waiting(new Flaw("/propertyId", "NOWHERE", "a property of this chain")));
  }

  @Test
  void a_failure_that_a_system_sees_would_be_a_complaint_and_a_stay_none() {
    assertThat(interaction("FAILURE_DETECTED", Map.of("issue", "NO_HOT_WATER")).complaint())
        .extracting("issue")
        .isEqualTo("NO_HOT_WATER");
    assertThat(interaction("CHECKED_IN", Map.of()).complaint()).isNull();
  }

  @Test
  void what_was_let_in_before_is_a_repeat_and_what_was_refused_is_not() {
    assertThat(Trials.before(null, 7)).isNull();
    assertThat(Trials.before(seen(ArrivalOutcome.Result.REFUSED), 7)).isNull();
    assertThat(Trials.before(seen(ArrivalOutcome.Result.ACCEPTED), 7)).isEqualTo(Trial.duplicate());
    assertThat(Trials.before(seen(ArrivalOutcome.Result.ACCEPTED), 8))
        .isEqualTo(
            Trial.refused(
                List.of(new Flaw("ce_id", "used before", "another id for another body"))));
  }

  @Test
  void somebody_is_found_where_the_directory_has_somebody() {
    Whereabouts there =
        new Whereabouts(new GuestId("G-1"), "SYD-QUAY", "S-1", "311", NOW, null, null);
    byte[] row = kept(DirectoryFormat.write(Directory.EMPTY.with(there)));
    byte[] owners = OwnersFormat.write(ContactOwners.NONE.with(there.guestId(), there.guestId()));

    assertThat(Trials.finds("room/SYD-QUAY/311", NOW, row)).isTrue();
    assertThat(Trials.finds("room/SYD-QUAY/311", NOW.minusSeconds(1), row)).isFalse();
    assertThat(Trials.finds("stay/S-1", NOW.minusSeconds(1), row)).isTrue();
    assertThat(Trials.finds("stay/S-1", NOW, null)).isFalse();
    assertThat(Trials.finds("contact/x", NOW, owners)).isTrue();
    assertThat(Trials.finds("contact/x", NOW, null)).isFalse();
  }

  private Trials.Judged complaint(Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("propertyId", "SYD-QUAY", "channel", "EMAIL", "occurredAt", NOW.toString()));
    body.putAll(more);
    return trials.judge(InboundKind.COMPLAINTS, KEY, false, Json.bytes(body));
  }

  private Trial interaction(String kind, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "propertyId",
                "SYD-QUAY",
                "room",
                "311",
                "kind",
                kind,
                "occurredAt",
                NOW.toString()));
    body.putAll(more);
    return trials.judge(InboundKind.INTERACTIONS, KEY, false, Json.bytes(body)).trial();
  }

  private static byte[] seen(ArrivalOutcome.Result result) {
    return kept(SeenFormat.write(new SeenRow(result, 7, List.of())));
  }

  /** As it lies in a store whose rows end. */
  private static byte[] kept(byte[] row) {
    return ByteBuffer.allocate(Long.BYTES + row.length).putLong(0).put(row).array();
  }

  private static PropertyReference quay() {
    return Json.read(Json.bytes(Door.QUAY), PropertyReference.class);
  }
}
