package io.amends.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.desk.audit.Looks.Look;
import io.amends.desk.people.ForAuditors;
import io.amends.desk.people.Reader;
import io.amends.desk.view.Seal;
import io.amends.desk.view.View;
import io.amends.kit.security.AllowedRoles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Who looked at what: nothing is left out, and what repeats itself is one line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LooksTest {

  private static final Seal SEAL = new Seal("a secret of this installation");
  private static final Instant NOW = Instant.parse("2027-01-14T12:00:00Z");
  private static final Asked ALL = Asked.of(null, null, null, null, 7);

  @TempDir private Path folder = Path.of("unset");
  private @Nullable View view;

  @BeforeEach
  void tom_broke_a_glass_twice_and_ana_found_somebody() throws SQLException {
    view = View.in(folder, SEAL);
    look("1", 1, "tom", "G-1", "c-1", Occasion.BROKEN_GLASS, "The guest stands here");
    look("2", 2, "tom", "G-1", "c-1", Occasion.BROKEN_GLASS, "The guest stands here");
    look("3", 3, "tom", "G-1", "c-1", Occasion.BROKEN_GLASS, "The press asks");
    look("4", 4, "ana", "G-2", null, Occasion.FIND, null);
    look("5", 24 * 8, "ana", "G-3", "c-3", Occasion.CASE, null);
  }

  @AfterEach
  void close() {
    Objects.requireNonNull(view, "view").close();
  }

  @Test
  void looks_at_the_same_for_the_same_reason_stand_together_the_newest_first() {
    assertThat(looks().together(ALL, NOW, 10))
        .extracting(look -> look.actor() + " " + look.reason() + " " + look.times())
        .containsExactly(
            "STAFF:tom The guest stands here 2", "STAFF:tom The press asks 1", "STAFF:ana null 1");
    assertThat(looks().together(ALL, NOW, 10).getFirst().last())
        .isEqualTo(NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void the_file_has_each_of_them() {
    List<Look> each = new ArrayList<>();
    looks().each(Asked.of(null, null, null, null, 30), NOW, each::add);
    assertThat(each).hasSize(5).extracting(Look::times).containsOnly(1);
    assertThat(each.getFirst().guestId()).isEqualTo("G-3");
  }

  @Test
  void they_are_narrowed_by_who_whom_which_case_occasion_and_time() {
    assertThat(guests(Asked.of("ana", null, null, null, 7))).containsExactly("G-2");
    assertThat(guests(Asked.of("ana", null, null, null, 30))).containsExactly("G-2", "G-3");
    assertThat(guests(Asked.of(null, "G-2", null, null, 7))).containsExactly("G-2");
    assertThat(guests(Asked.of(null, null, "c-1", null, 7))).containsOnly("G-1");
    assertThat(guests(Asked.of(null, null, null, "FIND", 7))).containsExactly("G-2");
    assertThat(guests(Asked.of("' OR 1=1 --", null, null, null, 7))).isEmpty();
  }

  @Test
  void a_glass_is_counted_by_case_and_reason_not_by_look() {
    assertThat(looks().sum(ALL, NOW)).isEqualTo(new Looks.Sum(4, 2, 2, 2));
  }

  @Test
  void what_is_asked_stands_in_the_address_and_a_span_is_one_of_ours() {
    assertThat(Asked.of(" tom ", null, "c-1", "CASE", 30).address("/audit.csv"))
        .isEqualTo("/audit.csv?days=30&who=tom&case=c-1&occasion=CASE");
    assertThat(Asked.of("a&b", null, null, "NONE", 12_345).address("/audit"))
        .isEqualTo("/audit?days=7&who=a%26b");
  }

  @Test
  void pages_lead_whoever_is_let_in() {
    AllowedRoles let =
        Objects.requireNonNull(
            AnnotatedElementUtils.findMergedAnnotation(ForAuditors.class, AllowedRoles.class));
    assertThat(
            Arrays.stream(let.value())
                .map(role -> new Reader("x", "X", Set.of(role), Set.of("*"), "")))
        .allMatch(Reader::audits);
    assertThat(new Reader("x", "X", Set.of("HEAD_OFFICE"), Set.of("SHA-BUND"), "").audits())
        .isFalse();
    assertThat(new Reader("x", "X", Set.of("REGION"), Set.of("*"), "").audits()).isFalse();
  }

  private List<String> guests(Asked asked) {
    return looks().together(asked, NOW, 10).stream().map(Look::guestId).toList();
  }

  private Looks looks() {
    return new Looks(Objects.requireNonNull(view, "view").read(), SEAL);
  }

  private void look(
      String event,
      int hoursAgo,
      String who,
      String guest,
      @Nullable String caseId,
      Occasion occasion,
      @Nullable String reason)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("view.db"));
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, event);
      insert.setLong(2, NOW.minus(Duration.ofHours(hoursAgo)).toEpochMilli());
      insert.setString(3, "STAFF:" + who);
      insert.setString(4, "DUTY_MANAGER");
      insert.setString(5, guest);
      insert.setString(6, caseId);
      insert.setString(7, occasion.name());
      insert.setBytes(8, reason == null ? null : SEAL.close(event, reason));
      insert.setLong(9, reason == null ? 0 : reason.hashCode());
      insert.executeUpdate();
    }
  }
}
