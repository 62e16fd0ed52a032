package io.amends.desk.approvals;

import io.amends.contracts.Money;
import io.amends.desk.approvals.Waits.Wait;
import io.amends.desk.cases.Asking;
import io.amends.desk.cases.CaseFile;
import io.amends.desk.cases.Forms;
import io.amends.desk.cases.Told;
import io.amends.desk.people.ForStaff;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Waiting;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.People;
import io.amends.desk.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** What waits for me: its clock, the case in three lines, yes or no with a reason. */
@Controller
@ForStaff
class ApprovalsController {

  private static final Set<String> ANSWERS = Set.of("APPROVE_REMEDY", "REFUSE_REMEDY");

  private final Waits waits;
  private final CaseFile file;
  private final Asking asking;
  private final House house;
  private final Bundles bundles;
  private final Page pages;

  ApprovalsController(
      JdbcTemplate view, CaseFile file, Asking asking, House house, Bundles bundles, Page pages) {
    this.waits = new Waits(view);
    this.file = file;
    this.asking = asking;
    this.house = house;
    this.bundles = bundles;
    this.pages = pages;
  }

  /**
   * One thing that waits, in the reader's words.
   *
   * @param mine whether the reader's role was asked
   * @param dueAt epoch milliseconds, for the page's own clock; 0 if nobody knows
   * @param tap the same for the same tap, so that a second one gets the same answer
   */
  record Row(
      String caseId,
      int number,
      String title,
      String property,
      String wish,
      String total,
      String who,
      String reason,
      String state,
      boolean mine,
      String dueHour,
      long dueAt,
      String left,
      boolean late,
      String tap) {}

  /** What waits, for a program. */
  record Waiters(Instant asOf, List<Item> approvals) {}

  /** One of them: codes and values. */
  record Item(
      String caseId,
      String guestId,
      String property,
      String issue,
      String severity,
      String tier,
      boolean asked,
      Waiting waiting) {}

  @GetMapping("/approvals")
  Rendering show(Reader reader, Locale locale) {
    return page(Told.NOTHING, reader, bundles.in(locale)).build();
  }

  /** Yes or no; what still waits is shown again, with what came of it on top. */
  @PostMapping("/approvals/{caseId}/{answer}")
  Rendering answer(
      @PathVariable String caseId,
      @PathVariable String answer,
      Reader reader,
      Locale locale,
      ServerWebExchange exchange) {
    Words words = bundles.in(locale);
    return file.sheet(caseId)
        .filter(_ -> ANSWERS.contains(answer))
        .filter(sheet -> reader.holdsFor(sheet.property()))
        .filter(sheet -> !sheet.isSensitive() || reader.seesSensitive())
        .map(sheet -> asking.ask(answer, Forms.of(exchange), sheet, reader, words))
        .map(told -> page(told, reader, bundles.in(locale)).build())
        .orElseGet(
            () ->
                page(new Told("REFUSED", words.of("none.text"), List.of()), reader, words)
                    .status(HttpStatus.NOT_FOUND)
                    .build());
  }

  private Rendering.Builder<?> page(Told told, Reader reader, Words words) {
    People people = new People(house, words);
    return pages
        .show("approvals", "nav.approvals", reader, words)
        .modelAttribute("told", told)
        .modelAttribute(
            "rows", waits.find(reader).stream().map(wait -> row(wait, words, people)).toList());
  }

  @GetMapping("/api/approvals")
  @ResponseBody
  Waiters api(Reader reader, Locale locale) {
    return new Waiters(
        bundles.in(locale).now(),
        waits.find(reader).stream()
            .map(
                wait ->
                    new Item(
                        wait.sheet().caseId(),
                        wait.sheet().guestId(),
                        wait.sheet().property(),
                        wait.sheet().issue(),
                        wait.sheet().severity(),
                        wait.sheet().tier(),
                        wait.asked(),
                        wait.what()))
            .toList());
  }

  private static Row row(Wait wait, Words words, People people) {
    Sheet sheet = wait.sheet();
    Waiting what = wait.what();
    ZoneId zone = ZoneId.of(sheet.zone().id());
    Instant dueAt = what.answerBy();
    String issue = words.of("issue." + sheet.issue());
    return new Row(
        sheet.caseId(),
        what.number(),
        sheet.room() == null ? issue : words.of("room", sheet.room()) + " · " + issue,
        sheet.property(),
        wish(what, words),
        total(what, sheet, words),
        words.of(
            "approval.who",
            people.name(sheet.property(), what.by()),
            words.of("role." + what.as()),
            words.hour(what.askedAt(), zone)),
        what.reason() == null ? "" : what.reason(),
        words.of(
            "approval.state",
            words.of("severity." + sheet.severity()),
            words.of("tier." + sheet.tier()),
            words.hour(sheet.detectedAt(), zone)),
        wait.asked(),
        dueAt == null ? "" : words.of("approval.by", words.hour(dueAt, zone)),
        dueAt == null ? 0 : dueAt.toEpochMilli(),
        dueAt == null ? "" : left(dueAt, words),
        dueAt != null && dueAt.isBefore(words.now()),
        UUID.randomUUID().toString());
  }

  private static String wish(Waiting what, Words words) {
    String remedy = words.of("remedy." + what.remedy());
    Long points = what.points();
    return points == null
        ? words.of("approval.wish", remedy, words.money(what.worth()))
        : words.of("approval.points", words.number(points), words.money(what.worth()));
  }

  /** What the guest would have then, beside what such a guest usually gets. */
  private static String total(Waiting what, Sheet sheet, Words words) {
    Sheet.@Nullable Band usual = sheet.usual();
    Money all = what.total();
    return usual == null
        ? words.of("approval.total", words.money(all))
        : words.of(
            "approval.band",
            words.money(all),
            words.money(usual.floor()),
            words.money(usual.ceiling()));
  }

  private static String left(Instant dueAt, Words words) {
    Duration left = Duration.between(words.now(), dueAt);
    return words.of(left.isNegative() ? "left.late" : "left.still", words.span(left));
  }
}
