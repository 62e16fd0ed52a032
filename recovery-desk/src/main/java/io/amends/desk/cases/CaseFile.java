package io.amends.desk.cases;

import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.retention.RiskScored.Reason;
import io.amends.desk.view.Line;
import io.amends.desk.view.Seal;
import io.amends.desk.view.Sheet;
import io.amends.kit.events.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the view has of one case and its guest. */
public final class CaseFile {

  private final JdbcTemplate view;
  private final Seal seal;

  public CaseFile(JdbcTemplate view, Seal seal) {
    this.view = view;
    this.seal = seal;
  }

  /** The guest's risk; money in minor units of {@code currency}. */
  record Risk(
      String band,
      double noStay,
      double expected,
      @Nullable Long atRisk,
      @Nullable String currency,
      List<Reason> reasons) {}

  /** What is known of a guest without a name. */
  record Guest(@Nullable String tier, @Nullable String country, @Nullable String memberSince) {}

  /**
   * How a case went so far.
   *
   * @param heldBy who has it, as events name an actor; null: nobody
   * @param outcome 1 to 5, how fair the guest found it; null: not said
   * @param procedure as outcome
   * @param courtesy as outcome
   * @param moreMoney false if the guest found the money fair and the rest not
   * @param apologyBy the role that apologises since it was opened again; null: it was not
   */
  record Course(
      @Nullable String heldBy,
      @Nullable Integer outcome,
      @Nullable Integer procedure,
      @Nullable Integer courtesy,
      boolean moreMoney,
      @Nullable String apologyBy) {

    /** One of which nothing is kept. */
    static final Course UNKNOWN = new Course(null, null, null, null, true, null);
  }

  /**
   * A stay of the guest.
   *
   * @param arrival a date, yyyy-mm-dd, at the hotel
   * @param state BOOKED, IN_HOUSE, LEFT or CANCELLED
   */
  record Stay(String property, String arrival, @Nullable String room, String state) {}

  /**
   * What was read out of the guest's words.
   *
   * @param confidence 0 to 1
   * @param because entries of the lexicon that were found
   */
  record Suggested(String issue, double confidence, List<String> because) {}

  /** Another case of the same guest. */
  record Other(String caseId, String property, String issue, long opened, boolean open) {}

  /** Empty if there is none, or it has left the view. */
  public Optional<Sheet> sheet(String caseId) {
    return view
        .query(
            "SELECT body FROM sheet WHERE case_id = ?",
            (row, _) -> Json.read(row.getBytes(1), Sheet.class),
            caseId)
        .stream()
        .findFirst();
  }

  /** The newest first. */
  List<Line> lines(String caseId) {
    return view.query(
        "SELECT body FROM line WHERE case_id = ? ORDER BY at DESC, teller, number DESC",
        (row, _) -> Json.read(row.getBytes(1), Line.class),
        caseId);
  }

  /** How it went so far; empty if no event of it is kept. */
  Optional<Course> course(String caseId) {
    return view
        .query(
            "SELECT held_by, outcome, procedure, courtesy, more_money, apology_by FROM fact"
                + " WHERE case_id = ?",
            (row, _) ->
                new Course(
                    row.getString(1),
                    whole(row, 2),
                    whole(row, 3),
                    whole(row, 4),
                    !Integer.valueOf(0).equals(whole(row, 5)),
                    row.getString(6)),
            caseId)
        .stream()
        .findFirst();
  }

  private static @Nullable Integer whole(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  /** What the door read out of the guest's words; empty if somebody said what it is about. */
  Optional<Suggested> suggested(String caseId) {
    return view
        .query(
            "SELECT issue, confidence, because FROM suggestion WHERE case_id = ?",
            (row, _) ->
                new Suggested(
                    row.getString(1), row.getDouble(2), List.of(row.getString(3).split("\n", -1))),
            caseId)
        .stream()
        .findFirst();
  }

  /** The guest's stays, the newest first. */
  List<Stay> stays(String guestId) {
    return view.query(
        """
        SELECT property, arrival, room, state FROM stay
        WHERE guest_id = ? AND arrival IS NOT NULL ORDER BY arrival DESC LIMIT 5""",
        (row, _) ->
            new Stay(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        guestId);
  }

  Optional<Risk> risk(String guestId) {
    return view
        .query(
            "SELECT band, no_stay, expected, at_risk, currency, reasons FROM risk WHERE guest_id = ?",
            (row, _) -> {
              long money = row.getLong(4);
              Long atRisk = row.wasNull() ? null : money;
              return new Risk(
                  row.getString(1),
                  row.getDouble(2),
                  row.getDouble(3),
                  atRisk,
                  row.getString(5),
                  List.of(Json.read(row.getBytes(6), Reason[].class)));
            },
            guestId)
        .stream()
        .findFirst();
  }

  Optional<Guest> guest(String guestId) {
    return view
        .query(
            "SELECT tier, country, member_since FROM guest WHERE guest_id = ?",
            (row, _) -> new Guest(row.getString(1), row.getString(2), row.getString(3)),
            guestId)
        .stream()
        .findFirst();
  }

  /** Other cases of the guest, the newest first; sensitive ones only for those who may. */
  List<Other> others(Sheet sheet, boolean sensitive) {
    return view.query(
        """
        SELECT case_id, property, issue, opened, closed IS NULL FROM fact
        WHERE guest_id = ? AND case_id <> ? AND property IS NOT NULL AND opened IS NOT NULL AND (sensitive = 0 OR ?)
        ORDER BY opened DESC LIMIT 6""",
        (row, _) ->
            new Other(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getBoolean(5)),
        sheet.guestId(),
        sheet.caseId(),
        sensitive);
  }

  /** Personal: whoever calls it has written down who looks. */
  public Optional<GuestContact> contact(String guestId) {
    return view
        .query(
            "SELECT sealed FROM person WHERE guest_id = ?",
            (row, _) ->
                Json.read(
                    seal.open(guestId, row.getBytes(1)).getBytes(StandardCharsets.UTF_8),
                    GuestContact.class),
            guestId)
        .stream()
        .findFirst();
  }

  /** What the guest has written about it later on, the oldest first. */
  List<Said> said(String caseId) {
    return view.query(
        "SELECT guest_id, text_id, at FROM said WHERE case_id = ? ORDER BY at",
        (row, _) ->
            new Said(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
        caseId);
  }

  /** Where words of a guest lie, and when they were written. */
  record Said(String guestId, String textId, Instant at) {}

  /** Personal: whoever calls it has written down who looks. */
  Optional<String> words(String guestId, @Nullable String textId) {
    return textId == null
        ? Optional.empty()
        : view
            .query(
                "SELECT sealed FROM words WHERE guest_id = ? AND text_id = ?",
                (row, _) -> seal.open(guestId, row.getBytes(1)),
                guestId,
                textId)
            .stream()
            .findFirst();
  }
}
