package io.amends.desk.cases;

import io.amends.desk.cases.CaseFile.Course;
import io.amends.desk.cases.CasePage.Plan;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to make good, in the three ways in which a guest finds it fair: what is given, how it goes,
 * and how the guest is treated. What the guest said of each stands beside it.
 */
final class Plans {

  private final Sheet sheet;
  private final Course course;
  private final Peers peers;
  private final Words words;
  private final ZoneId zone;

  Plans(Sheet sheet, Course course, Peers peers, Words words) {
    this.sheet = sheet;
    this.course = course;
    this.peers = peers;
    this.words = words;
    this.zone = ZoneId.of(sheet.zone().id());
  }

  Plan plan() {
    return new Plan(outcome(), procedure(), courtesy(), words.of("playbook." + sheet.severity()));
  }

  private List<String> outcome() {
    List<String> lines = new ArrayList<>(said(course.outcome()));
    if (!course.moreMoney()) {
      lines.add(words.of("plan.noMoreMoney"));
    }
    Sheet.Band band = sheet.usual();
    if (band != null) {
      lines.add(
          words.of(
              "plan.usual",
              words.money(band.usual()),
              words.money(band.floor()),
              words.money(band.ceiling())));
    }
    peers
        .of(sheet.issue(), sheet.severity())
        .ifPresent(
            similar ->
                lines.add(
                    words.of(
                        "plan.similar",
                        words.number(similar.cases()),
                        words.number(similar.nights()))));
    if (!sheet.fits().isEmpty()) {
      lines.add(
          words.of(
              "plan.fits",
              String.join(
                  ", ", sheet.fits().stream().map(each -> words.of("remedy." + each)).toList())));
    }
    sheet.given().forEach(each -> lines.add(words.of("plan.given", given(each))));
    return lines;
  }

  private List<String> procedure() {
    List<String> lines = new ArrayList<>(said(course.procedure()));
    sheet
        .next()
        .ifPresent(
            next -> {
              Instant due = next.dueAt();
              if (due != null) {
                lines.add(
                    words.of(
                        "plan.next", words.of("clock." + next.clock()), words.hour(due, zone)));
              }
            });
    lines.add(words.of("plan.policy", sheet.policy()));
    return lines;
  }

  private List<String> courtesy() {
    List<String> lines = new ArrayList<>(said(course.courtesy()));
    String who = course.apologyBy();
    Instant apologised = sheet.apologisedAt();
    if (apologised != null) {
      lines.add(words.of("plan.apologised", words.hour(apologised, zone)));
    } else if (who != null) {
      lines.add(words.of("plan.apologiseBy", words.of("role." + who)));
    } else {
      lines.add(words.of("plan.apologise"));
    }
    String style = sheet.beside().style();
    if (style != null) {
      lines.add(words.of("plan.style." + style));
    }
    lines.add(words.of("plan.listen"));
    return lines;
  }

  private List<String> said(@Nullable Integer mark) {
    return Stream.ofNullable(mark).map(each -> words.of("plan.said", each)).toList();
  }

  private String given(Sheet.Given given) {
    Long points = given.points();
    String remedy = words.of("remedy." + given.remedy());
    if (points != null && points > 0) {
      return words.of("given.points", words.number(points), words.money(given.worth()));
    }
    return given.worth().minorUnits() == 0 ? remedy : remedy + " " + words.money(given.worth());
  }
}
