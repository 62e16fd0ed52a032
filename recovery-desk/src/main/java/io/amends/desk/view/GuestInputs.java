package io.amends.desk.view;

import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.personal.GuestText;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the view knows of guests: risk, tier, stays, answers; and, closed, name and words. */
final class GuestInputs {

  private GuestInputs() {}

  static List<Input> with(Seal seal) {
    return List.of(
        new Risks(), new Guests(), new Interactions(), new Contacts(seal), new Texts(seal));
  }

  private static final class Risks implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.RISK_SCORES;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String guest = Keys.text(record.key());
      view.touchedGuest(guest);
      view.run("DELETE FROM waiting WHERE guest_id = ?", guest);
      if (record.value() == null) {
        view.run("DELETE FROM risk WHERE guest_id = ?", guest);
        return;
      }
      RiskScored score = Json.read(record.value(), RiskScored.class);
      var value = score.valueAtRisk();
      view.run(
          "INSERT OR REPLACE INTO risk VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          guest,
          score.band().name(),
          score.pNoStay(),
          score.expected(),
          value == null ? null : value.minorUnits(),
          value == null ? null : value.currency().getCurrencyCode(),
          Json.bytes(score.reasons()),
          score.asOf().toEpochMilli());
      for (RiskScored.OpenCase open : score.openCases()) {
        var cost = open.costOfWaiting();
        view.run(
            "INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?)",
            open.caseId().value(),
            guest,
            open.points(),
            cost == null ? null : cost.minorUnits(),
            cost == null ? null : cost.currency().getCurrencyCode());
      }
    }
  }

  private static final class Guests implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.GUESTS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String guest = Keys.text(record.key());
      if (record.value() == null) {
        view.run("DELETE FROM guest WHERE guest_id = ?", guest);
        return;
      }
      GuestReference known = Json.read(record.value(), GuestReference.class);
      view.run(
          "INSERT OR REPLACE INTO guest VALUES (?, ?, ?, ?, ?)",
          guest,
          known.tier(),
          known.locale(),
          known.country(),
          known.memberSince());
    }
  }

  private static final class Interactions implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.INTERACTIONS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      if (record.value() == null) {
        return;
      }
      InteractionRecorded told = Json.read(record.value(), InteractionRecorded.class);
      String stay = told.stayId() == null ? told.bookingId() : told.stayId();
      switch (told.kind()) {
        case BOOKING_MADE -> {
          stay(view, told, stay, "BOOKED");
          view.run(
              "INSERT OR IGNORE INTO booking VALUES (?, ?)",
              told.guestId(),
              told.occurredAt().toEpochMilli());
        }
        case CHECKED_IN -> stay(view, told, stay, "IN_HOUSE");
        case STAY_COMPLETED -> state(view, told, stay, "LEFT");
        case BOOKING_CANCELLED -> state(view, told, stay, "CANCELLED");
        case STAY_CHANGED ->
            view.run(
                "UPDATE stay SET departure = ? WHERE guest_id = ? AND stay_id = ?",
                millis(told.departureAt()),
                told.guestId(),
                stay);
        case ROOM_MOVED ->
            view.run(
                "UPDATE stay SET room = ? WHERE guest_id = ? AND stay_id = ?",
                told.room(),
                told.guestId(),
                stay);
        case SURVEY_ANSWERED -> {
          answered(view, told);
          said(view, told);
        }
        case CONTACT_MADE -> said(view, told);
        default -> {
          // says nothing that a page shows
        }
      }
    }

    private static void stay(
        Writing view, InteractionRecorded told, @Nullable String stay, String state)
        throws SQLException {
      if (stay == null || told.propertyId() == null) {
        return;
      }
      view.run(
          "INSERT OR REPLACE INTO stay VALUES (?, ?, ?, ?, ?, ?, ?)",
          told.guestId(),
          stay,
          told.propertyId(),
          told.room(),
          told.arrivalDate(),
          millis(told.departureAt()),
          state);
    }

    private static void state(
        Writing view, InteractionRecorded told, @Nullable String stay, String state)
        throws SQLException {
      view.run(
          "UPDATE stay SET state = ? WHERE guest_id = ? AND stay_id = ?",
          state,
          told.guestId(),
          stay);
    }

    private static void answered(Writing view, InteractionRecorded told) throws SQLException {
      if (told.caseId() == null) {
        return;
      }
      view.run(
          "INSERT OR IGNORE INTO fact (case_id, guest_id) VALUES (?, ?)",
          told.caseId(),
          told.guestId());
      view.run(
          "UPDATE fact SET outcome = ?, procedure = ?, courtesy = ?, score = ? WHERE case_id = ?",
          told.outcomeJustice(),
          told.proceduralJustice(),
          told.interactionalJustice(),
          told.score(),
          told.caseId());
      view.touched(told.caseId());
    }

    private static void said(Writing view, InteractionRecorded told) throws SQLException {
      if (told.caseId() == null || told.textId() == null) {
        return;
      }
      view.run(
          "INSERT OR IGNORE INTO said VALUES (?, ?, ?, ?)",
          told.caseId(),
          told.textId(),
          told.guestId(),
          told.occurredAt().toEpochMilli());
      view.touched(told.caseId());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
      return instant == null ? null : instant.toEpochMilli();
    }
  }

  private record Contacts(Seal seal) implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.CONTACTS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String guest = Keys.text(record.key());
      Marks.drop(view, guest, "");
      view.touchedGuest(guest);
      if (record.value() == null) {
        view.run("DELETE FROM person WHERE guest_id = ?", guest);
        return;
      }
      GuestContact contact = Json.read(record.value(), GuestContact.class);
      view.run(
          "INSERT OR REPLACE INTO person VALUES (?, ?)",
          guest,
          seal.close(guest, Json.mapper().writeValueAsString(contact)));
      if (contact.name() != null) {
        Marks.put(view, seal, contact.name(), guest, "");
      }
    }
  }

  private record Texts(Seal seal) implements Input {

    @Override
    public Topic<?> topic() {
      return Topics.TEXTS;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException {
      String[] key = Keys.text(record.key()).split("/", 2);
      String text = key.length == 2 ? key[1] : "";
      Marks.drop(view, key[0], text);
      view.touchedGuest(key[0]);
      if (record.value() == null) {
        view.run("DELETE FROM words WHERE guest_id = ? AND text_id = ?", key[0], text);
        return;
      }
      GuestText words = Json.read(record.value(), GuestText.class);
      view.run(
          "INSERT OR REPLACE INTO words VALUES (?, ?, ?)",
          key[0],
          text,
          seal.close(key[0], words.text()));
      Marks.put(view, seal, words.text(), key[0], text);
    }
  }

  /** The blind marks of a name (no text id) or of words. */
  private static final class Marks {

    private Marks() {}

    static void drop(Writing view, String guest, String text) throws SQLException {
      view.run("DELETE FROM mark WHERE guest_id = ? AND text_id = ?", guest, text);
    }

    static void put(Writing view, Seal seal, String words, String guest, String text)
        throws SQLException {
      for (long mark : seal.marks(words)) {
        view.run("INSERT OR IGNORE INTO mark VALUES (?, ?, ?)", mark, guest, text);
      }
    }
  }
}
