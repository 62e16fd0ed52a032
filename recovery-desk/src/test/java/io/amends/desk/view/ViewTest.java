package io.amends.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Stamp;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view: nothing personal open on disk, nothing counted twice, dropped when it does not fit. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewTest {

  private static final Seal SEAL = new Seal("a secret of this installation");
  private static final Instant NOON = Instant.parse("2027-01-12T04:00:00Z");

  @TempDir private Path folder = Path.of("unset");

  @Test
  void a_name_is_found_by_its_words_and_lies_nowhere_open_on_disk() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      contact(view, new GuestContact("Wang Fang 王芳", "fang@guests.example", "+86 1", null));

      assertThat(marked(view, "fang")).isEqualTo(1);
      assertThat(marked(view, "王芳")).isEqualTo(3); // two characters and their pair
      assertThat(marked(view, "other")).isZero();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Fang").doesNotContain("fang@guests.example");
      }
    }
  }

  @Test
  void an_erasure_reaches_the_name_and_its_marks() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      contact(view, new GuestContact("Wang Fang", null, null, null));
      contact(view, null);

      assertThat(marked(view, "fang")).isZero();
      assertThat(count(view, "SELECT count(*) FROM person")).isZero();
    }
  }

  @Test
  void an_event_that_comes_again_is_not_counted_again() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      Writing writing = new Writing(view.writer());
      EventInput input = new EventInput();
      input.apply(event(granted(2)), writing);
      input.apply(event(granted(3)), writing);
      input.apply(event(granted(2)), writing);
      writing.commit();

      assertThat(count(view, "SELECT given FROM fact")).isEqualTo(6_400);
      assertThat(count(view, "SELECT count(*) FROM line")).isEqualTo(2);
    }
  }

  @Test
  void what_was_not_committed_was_never_there() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      Writing writing = new Writing(view.writer());
      new EventInput().apply(event(granted(2)), writing);
      writing.rollback();

      assertThat(count(view, "SELECT count(*) FROM fact")).isZero();
    }
  }

  @Test
  void another_key_or_damage_drops_it_and_the_same_key_keeps_it() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      contact(view, new GuestContact("Wang Fang", null, null, null));
    }
    try (View same = View.in(folder, new Seal("a secret of this installation"))) {
      assertThat(count(same, "SELECT count(*) FROM person")).isEqualTo(1);
    }
    try (View other = View.in(folder, new Seal("another secret"))) {
      assertThat(count(other, "SELECT count(*) FROM person")).isZero();
    }
    Files.writeString(folder.resolve("view.db"), "not a database");
    try (View again = View.in(folder, SEAL)) {
      assertThat(count(again, "SELECT count(*) FROM person")).isZero();
    }
  }

  @Test
  void a_look_is_kept_once_and_its_reason_lies_nowhere_open_on_disk() throws Exception {
    try (View view = View.in(folder, SEAL)) {
      Writing writing = new Writing(view.writer());
      PersonalDataSeen seen =
          new PersonalDataSeen(
              new GuestId("G-118"),
              new CaseId("c-1"),
              Actor.staff("tom"),
              Set.of("DUTY_MANAGER"),
              PersonalDataSeen.Occasion.BROKEN_GLASS,
              "Mr Wang stands at my desk",
              NOON);
      new SeenInput(SEAL).apply(record("look-1", seen), writing);
      new SeenInput(SEAL).apply(record("look-1", seen), writing);
      writing.commit();

      assertThat(count(view, "SELECT count(*) FROM seen WHERE actor = 'STAFF:tom'")).isEqualTo(1);
      byte[] reason =
          view.read().queryForObject("SELECT reason FROM seen", (row, _) -> row.getBytes(1));
      assertThat(SEAL.open("look-1", Objects.requireNonNull(reason))).startsWith("Mr Wang");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("stands at my desk");
      }
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(String id, PersonalDataSeen seen) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("desk.personal-views.v1", 0, 0, Keys.bytes("G-118"), Json.bytes(seen));
    new EventHeaders(id, "test", EventType.of(PersonalDataSeen.class), NOON, "x", null, null, false)
        .write()
        .forEach(header -> record.headers().add(header));
    return record;
  }

  private static void contact(View view, @org.jspecify.annotations.Nullable GuestContact contact)
      throws SQLException {
    Writing writing = new Writing(view.writer());
    Input contacts =
        GuestInputs.with(SEAL).stream()
            .filter(input -> input.topic().name().equals("personal.contacts.v1"))
            .findFirst()
            .orElseThrow();
    contacts.apply(
        new ConsumerRecord<>(
            "personal.contacts.v1",
            0,
            0,
            Keys.bytes("G-118"),
            contact == null ? null : Json.bytes(contact)),
        writing);
    writing.commit();
  }

  private static RecoveryEvent granted(int version) {
    Money worth = new Money(3_200, Currency.getInstance("SGD"));
    return new RemedyGranted(
        new Stamp(new GuestId("G-118"), new CaseId("c-1"), version, Actor.staff("ana"), NOON),
        new Remedy(
            1,
            new Grant(RemedyType.VOUCHER, Nights.of("0.1"), worth, null, Nights.of("0.1"), false),
            Remedy.Standing.GIVEN,
            Actor.staff("ana"),
            Role.FRONT_LINE,
            NOON,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null,
            null),
        null,
        List.of());
  }

  private static ConsumerRecord<byte[], byte[]> event(RecoveryEvent event) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "recovery.case-events.v1", 0, 0, Keys.bytes("G-118"), Json.bytes(event));
    new EventHeaders(
            event.stamp().eventId(),
            "test",
            EventType.of(event.getClass()),
            NOON,
            "x",
            null,
            null,
            false)
        .write()
        .forEach(header -> record.headers().add(header));
    return record;
  }

  private static long marked(View view, String words) {
    return SEAL.marks(words).stream()
        .mapToLong(mark -> count(view, "SELECT count(*) FROM mark WHERE mark = " + mark))
        .sum();
  }

  private static long count(View view, String sql) {
    Long found = view.read().queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
