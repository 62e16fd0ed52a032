package io.amends.desk.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.desk.people.Reader;
import io.amends.desk.reports.Reports.Question;
import io.amends.desk.view.Seal;
import io.amends.desk.view.View;
import io.amends.desk.words.Words;
import io.amends.kit.clock.HotelClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is counted, of whom, and where a row leads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsTest {

  private static final Instant NOW = Instant.parse("2027-01-14T12:00:00Z");
  private static final Reader OFFICE =
      new Reader("hq", "HQ", Set.of("HEAD_OFFICE"), Set.of("*"), "");
  private static final Reader MANAGER =
      new Reader("gm", "GM", Set.of("DUTY_MANAGER"), Set.of("SHA-BUND"), "");

  @TempDir private Path folder = Path.of("unset");
  private @Nullable View view;

  @BeforeEach
  void three_hotels_have_had_ten_cases() throws SQLException {
    view = View.in(folder, new Seal("a secret of this installation"));
    for (int i = 0; i < 6; i++) {
      fact("a" + i, "SHA-BUND", "HOUSEKEEPING", "DIRTY_ROOM", i < 2 ? 1 : 0, 0, "ON_THE_SPOT", 90);
    }
    for (int i = 0; i < 3; i++) {
      fact("b" + i, "SIN-MARINA", "ENGINEERING", "NO_HOT_WATER", 0, 0, "NEXT_DAY", 450);
    }
    fact("c0", "SHA-BUND", "SECURITY", "PRIVACY_BREACH", 0, 1, "LATER", 0);
    sql("UPDATE fact SET gap = 'GAP3' WHERE case_id IN ('a0', 'a1', 'b0')");
    gift("a0", 1, "FRONT_LINE", 0, "ALONE");
    gift("a1", 1, "FRONT_LINE", 4, "APPROVED");
    gift("a2", 1, "FRONT_LINE", 20, "APPROVED");
    gift("a3", 1, "FRONT_LINE", 10, "APPROVED");
    gift("a4", 1, "FRONT_LINE", 5, "DECLINED");
    sql("INSERT INTO gift (case_id, number, role, asked) VALUES ('a5', 1, 'SUPERVISOR', 0)");
  }

  @AfterEach
  void close() {
    if (view != null) {
      view.close();
    }
  }

  @Test
  void causes_are_a_pareto() {
    assertThat(ask(Report.CAUSES, Map.of(), OFFICE))
        .containsExactly(
            List.of("DIRTY_ROOM", 6, 60.0, 60.0, 2),
            List.of("NO_HOT_WATER", 3, 30.0, 90.0, 0),
            List.of("PRIVACY_BREACH", 1, 10.0, 100.0, 0));
  }

  @Test
  void a_cause_leads_to_its_places_and_these_to_the_cases() {
    assertThat(ask(Report.PLACES, Map.of("issue", "DIRTY_ROOM"), OFFICE))
        .containsExactly(List.of("SHA-BUND", "HOUSEKEEPING", 6, 100.0, 100.0, 2));
    assertThat(leads(Report.CAUSES, Map.of("property", "SHA-BUND")))
        .isEqualTo("/reports/places?weeks=13&issue=DIRTY_ROOM&property=SHA-BUND");
    assertThat(leads(Report.PLACES, Map.of("issue", "DIRTY_ROOM")))
        .isEqualTo(
            "/reports/cases?weeks=13&department=HOUSEKEEPING&issue=DIRTY_ROOM&property=SHA-BUND");
    assertThat(leads(Report.GAP3, Map.of())).contains("gap=GAP3");
    assertThat(leads(Report.PROMISES, Map.of())).isEmpty();
    Drawing cases = draw(Report.CASES, Map.of("issue", "NO_HOT_WATER"));
    assertThat(cases.rows()).hasSize(3);
    assertThat(cases.rows().getFirst().cells().getLast().address()).startsWith("/cases/b");
  }

  @Test
  void what_goes_wrong_where_is_a_field_of_colours() {
    Drawing heat = draw(Report.HEAT, Map.of());
    assertThat(heat.heads()).containsExactly("What went wrong", "SHA-BUND", "SIN-MARINA");
    assertThat(heat.rows().getFirst().cells())
        .extracting(cell -> cell.text() + "/" + cell.heat())
        .containsExactly("Room not clean/0", "6/5", "·/0");
    assertThat(heat.rows().get(1).cells())
        .extracting(cell -> cell.text() + "/" + cell.heat())
        .containsExactly("No hot water/0", "·/0", "3/3");
    assertThat(heat.rows().getFirst().cells().get(1).address())
        .isEqualTo("/reports/cases?weeks=13&issue=DIRTY_ROOM&property=SHA-BUND");
  }

  @Test
  void guests_at_risk_stand_by_hotel_in_parts_by_band() throws SQLException {
    risk("G-a0", "HIGH");
    risk("G-a1", "GONE");
    risk("G-a2", "ELEVATED");
    risk("G-a3", "NONE");
    risk("G-b0", "HIGH");
    assertThat(ask(Report.AT_RISK, Map.of(), OFFICE))
        .containsExactly(List.of("SHA-BUND", 3, 1, 1, 1), List.of("SIN-MARINA", 1, 0, 1, 0));
    assertThat(draw(Report.AT_RISK, Map.of()).rows().getFirst().bars())
        .extracting(bar -> bar.kind() + " " + bar.x() + " " + bar.width())
        .containsExactly("ELEVATED 0.0 33.3", "HIGH 33.3 33.3", "GONE 66.7 33.3");
  }

  @Test
  void an_offer_is_held_against_those_who_were_kept_from_it() throws SQLException {
    for (int i = 0; i < 4; i++) {
      exposed("S-" + i, "SHOWN", "SIN-MARINA");
      exposed("C-" + i, "CONTROL", null);
    }
    booked("S-0", 1);
    booked("S-0", 2);
    booked("S-1", 1);
    booked("S-2", -1); // before anything was decided
    booked("C-0", 1);
    assertThat(ask(Report.OFFERS, Map.of(), OFFICE))
        .containsExactly(List.of("WELCOME_BACK", 4, 50.0, 4, 25.0, 25.0));
    assertThat(ask(Report.OFFERS, Map.of(), MANAGER)).isEmpty();
    MeterRegistry meters = new SimpleMeterRegistry();
    risk("G-a0", "HIGH");
    new GuestMeters(Objects.requireNonNull(view, "view").read(), HotelClock.system())
        .bindTo(meters);
    assertThat(meters.get("desk.offers.came").tag("arm", "SHOWN").gauge().value()).isEqualTo(2);
    assertThat(meters.get("desk.offers.guests").tag("arm", "CONTROL").gauge().value()).isEqualTo(4);
    assertThat(meters.get("desk.guests").tag("band", "HIGH").gauge().value()).isEqualTo(1);
    assertThat(meters.get("desk.guests").tag("band", "GONE").gauge().value()).isZero();
  }

  private void exposed(String guest, String arm, @Nullable String property) throws SQLException {
    sql(
        "INSERT INTO exposure VALUES ('%s', 'WELCOME_BACK', '%s', %s, %d)"
            .formatted(
                guest,
                arm,
                property == null ? "NULL" : "'" + property + "'",
                NOW.minusSeconds(3600).toEpochMilli()));
  }

  private void booked(String guest, int minutesAfter) throws SQLException {
    sql(
        "INSERT INTO booking VALUES ('%s', %d)"
            .formatted(guest, NOW.minusSeconds(3600 - 60L * minutesAfter).toEpochMilli()));
  }

  private void risk(String guest, String band) throws SQLException {
    sql(
        "INSERT INTO risk VALUES ('%s', '%s', 0.1, 0.1, NULL, NULL, x'5B5D', 0)"
            .formatted(guest, band));
  }

  @Test
  void a_promise_that_still_runs_is_not_yet_kept() throws SQLException {
    sql("UPDATE fact SET closed = NULL WHERE case_id IN ('a2', 'a3')");
    sql("UPDATE fact SET fixed = 1 WHERE case_id = 'a3'");
    assertThat(ask(Report.PROMISES, Map.of("issue", "DIRTY_ROOM"), OFFICE))
        .filteredOn(row -> "FIX".equals(row.get(1)))
        .extracting(row -> row.subList(2, 5))
        .containsExactly(List.of(3, 2, 1));
  }

  @Test
  void nothing_of_another_hotel_or_for_few_eyes_is_counted() {
    assertThat(ask(Report.CAUSES, Map.of(), MANAGER))
        .containsExactly(List.of("DIRTY_ROOM", 6, 100.0, 100.0, 2));
    assertThat(ask(Report.CASES, Map.of("property", "SIN-MARINA"), MANAGER)).isEmpty();
  }

  @Test
  void delay_stands_beside_the_texts_and_the_chains_own_ratio() {
    assertThat(ask(Report.TIERS, Map.of(), OFFICE))
        .contains(
            List.of("ON_THE_SPOT", 6, 60.0, 1, 1.0, 0.1, 0.4),
            List.of("NEXT_DAY", 3, 30.0, 10, 5.0, 0.5, 0.4));
  }

  @Test
  void grants_tell_who_had_to_ask_and_how_long_a_yes_took() {
    List<List<@Nullable Object>> rows = ask(Report.GRANTS, Map.of(), OFFICE);
    assertThat(rows.getFirst()).containsExactly("FRONT_LINE", 5, 1, 20.0, 3, 1, 0, 10.0);
    assertThat(rows.get(1)).containsExactly("SUPERVISOR", 1, 0, 0.0, 0, 0, 1, null);
  }

  @ParameterizedTest
  @EnumSource(Report.class)
  void every_report_can_be_asked_drawn_and_put_into_a_spreadsheet(Report report) {
    List<List<@Nullable Object>> rows = ask(report, Map.of("property", "SHA-BUND"), OFFICE);
    draw(report, Map.of("property", "SHA-BUND"));
    for (List<@Nullable Object> row : rows) {
      assertThat(row).hasSameSizeAs(report.columns());
      assertThat(Csv.line(report, row).split(",", -1)).hasSameSizeAs(report.columns());
    }
  }

  @ParameterizedTest
  @EnumSource(Report.class)
  void every_report_and_column_has_words(Report report) {
    Words words = words();
    assertThat(Stream.of("report." + report, "source." + report))
        .allSatisfy(key -> assertThat(words.of(key)).isNotEqualTo(key));
    assertThat(report.columns())
        .allSatisfy(
            column -> assertThat(words.of("column." + column)).isNotEqualTo("column." + column));
  }

  @Test
  void a_report_is_narrowed_by_known_columns_alone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question(Report.CAUSES, Map.of("1=1 OR property", "x"), 13))
        .withMessageStartingWith("only: [1=1 OR property] (expected: of ");
  }

  @Test
  void what_a_spreadsheet_would_run_is_text() {
    assertThat(Csv.quoted("=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.quoted("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(
            Csv.line(
                Report.CASES, Arrays.asList(NOW.toEpochMilli(), "A", "B", "C", "D", null, "c")))
        .isEqualTo("2027-01-14,A,B,C,D,,c");
  }

  private String leads(Report report, Map<String, String> only) {
    return draw(report, only).rows().getFirst().cells().getFirst().address();
  }

  private Drawing draw(Report report, Map<String, String> only) {
    return Drawing.of(new Question(report, only, 13), ask(report, only, OFFICE), words());
  }

  private static Words words() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("words/desk", "words/hotel");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setUseCodeAsDefaultMessage(true);
    return new Words(bundles, Locale.ENGLISH, NOW);
  }

  private List<List<@Nullable Object>> ask(Report report, Map<String, String> only, Reader reader) {
    if (view == null) {
      throw new IllegalStateException("view: none (expected: opened)");
    }
    return new Reports(view.read()).ask(new Question(report, only, 13), reader, NOW);
  }

  private void fact(
      String caseId,
      String property,
      String department,
      String issue,
      int broken,
      int sensitive,
      String tier,
      int given)
      throws SQLException {
    sql(
        """
        INSERT INTO fact (case_id, guest_id, property, department, issue, severity, sensitive, opened,
          promised_FIX, broken_FIX, tier, exposure, night, given, closed)
        VALUES ('%s', 'G-%1$s', '%s', '%s', '%s', 'MAJOR', %d, %d, 1, %s, '%s', 360, 900, %d, 1)"""
            .formatted(
                caseId,
                property,
                department,
                issue,
                sensitive,
                NOW.minusSeconds(3600).toEpochMilli(),
                broken == 1 ? "1" : "NULL",
                tier,
                given));
  }

  private void gift(String caseId, int number, String role, int minutes, String how)
      throws SQLException {
    sql(
        "INSERT INTO gift VALUES ('%s', %d, '%s', 0, %d, '%s')"
            .formatted(caseId, number, role, minutes * 60_000, how));
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("view.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
