package io.amends.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Department;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.topics.Topics;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.view.Recovery;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Alike;
import io.amends.desk.view.Sheet.Beside;
import io.amends.kit.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** A form becomes a wish only if it says what the verb needs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TapTest {

  private static final Sheet SHEET = sheet();

  @Test
  void a_gift_has_its_worth_in_the_minor_units_of_the_hotels_currency() {
    Details refund =
        details("GRANT_REMEDY", "remedy", "REFUND", "amount", "1,225.5", "reason", " why ");
    assertThat(refund.remedy()).isEqualTo(RemedyType.REFUND);
    assertThat(refund.worth()).isEqualTo(new Money(122_550, SHEET.night().currency()));
    assertThat(refund.reason()).isEqualTo("why");
    assertThat(refund.correction()).isNull();
    assertThat(refund.part()).isNull();
    assertThat(details("GRANT_REMEDY", "remedy", "REFUND", "amount", "9", "part", "true").part())
        .isTrue();
    Details points = details("GRANT_REMEDY", "remedy", "POINTS", "amount", "3000");
    assertThat(points.points()).isEqualTo(3_000);
    assertThat(points.worth()).isNull();
    assertThat(details("GRANT_REMEDY", "remedy", "APOLOGY", "amount", "240").worth()).isNull();
  }

  @Test
  void only_a_refund_is_a_correction() {
    assertThat(details("GRANT_REMEDY", "remedy", "REFUND", "correction", "true").correction())
        .isTrue();
    assertThat(details("GRANT_REMEDY", "remedy", "VOUCHER", "correction", "true").correction())
        .isNull();
  }

  @Test
  void a_yes_needs_no_reason_and_a_no_does() {
    assertThat(details("APPROVE_REMEDY", "number", "2").number()).isEqualTo(2);
    assertThat(wish("REFUSE_REMEDY", "number", "2", "reason", " ")).isEmpty();
    assertThat(details("REFUSE_REMEDY", "number", "2", "reason", "no").reason()).isEqualTo("no");
    assertThat(wish("TAKE_BACK_REMEDY", "number", "2")).isEmpty();
    assertThat(wish("APPROVE_REMEDY", "number", "-2")).isEmpty();
  }

  @Test
  void a_correction_says_what_is_so_and_why() {
    Details worse = details("CORRECT_SEVERITY", "severity", "CRITICAL", "reason", "SEEN_ON_SITE");
    assertThat(worse.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(worse.reason()).isEqualTo("SEEN_ON_SITE");
    assertThat(wish("CORRECT_SEVERITY", "severity", "CRITICAL")).isEmpty();
    assertThat(wish("CORRECT_SEVERITY", "severity", "AWFUL", "reason", "SEEN_ON_SITE")).isEmpty();

    Details then =
        details("CORRECT_DETECTION", "detectedAt", "2027-03-04T21:40", "reason", "TOLD_LATER");
    assertThat(then.detectedAt())
        .as("the hotel's hour")
        .isEqualTo(SHEET.zone().firstAt(LocalDateTime.parse("2027-03-04T21:40")));
    assertThat(wish("CORRECT_DETECTION", "detectedAt", "yesterday", "reason", "TOLD_LATER"))
        .isEmpty();
  }

  @Test
  void what_prevents_the_next_one_is_named_by_its_record() {
    assertThat(details("LINK_PREVENTION", "prevention", " MNT-2027.118 ").prevention())
        .isEqualTo("MNT-2027.118");
    assertThat(wish("LINK_PREVENTION", "prevention", "we will be careful")).isEmpty();
  }

  @Test
  void a_hand_over_names_a_department_and_a_pause_its_reason() {
    assertThat(details("HAND_OVER", "department", "ENGINEERING").department())
        .isEqualTo(Department.ENGINEERING);
    assertThat(wish("HAND_OVER", "department", "NOBODY")).isEmpty();
    assertThat(details("PAUSE", "reason", "GUEST_ASLEEP").reason()).isEqualTo("GUEST_ASLEEP");
    assertThat(wish("PAUSE")).isEmpty();
  }

  @Test
  void joining_asks_the_other_case_and_only_one_that_was_suggested() {
    Wish wish = wish("MERGE", "other", "case-of-the-post").orElseThrow();
    assertThat(wish.guest()).isEqualTo("A-post");
    assertThat(wish.caseId()).isEqualTo("case-of-the-post");
    Details details = Objects.requireNonNull(wish.details());
    assertThat(Objects.requireNonNull(details.other()).caseId().value()).isEqualTo(SHEET.caseId());
    assertThat(wish("MERGE", "other", "some-other-case")).isEmpty();
  }

  @Test
  void without_the_mark_of_a_tap_or_a_verb_there_is_no_wish() {
    assertThat(Tap.of("ACKNOWLEDGE", new LinkedMultiValueMap<>(), SHEET)).isEmpty();
    assertThat(wish("FLY")).isEmpty();
    assertThat(wish("ACKNOWLEDGE").orElseThrow().verb()).isEqualTo(Verb.ACKNOWLEDGE);
  }

  private static Details details(String verb, String... fields) {
    return Objects.requireNonNull(wish(verb, fields).orElseThrow().details());
  }

  private static Optional<Wish> wish(String verb, String... fields) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("tap", "t-1");
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i], fields[i + 1]);
    }
    return Tap.of(verb, form, SHEET);
  }

  private static Sheet sheet() {
    try (InputStream in =
        Objects.requireNonNull(
            Topics.class.getResourceAsStream("/samples/amends.recovery.case.v1.json"), "sample")) {
      Sheet read = Recovery.sheet(Json.read(in.readAllBytes(), CaseSnapshot.class));
      Beside beside =
          new Beside(
              1,
              null,
              List.of(),
              List.of(),
              List.of(new Alike("A-post", "case-of-the-post", List.of("ROOM"))),
              null,
              false);
      ObjectNode tree = Json.mapper().valueToTree(read);
      tree.set("beside", Json.mapper().valueToTree(beside));
      return Json.mapper().treeToValue(tree, Sheet.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
