package io.amends.desk.cases;

import io.amends.contracts.Department;
import io.amends.contracts.Severity;
import io.amends.desk.cases.CasePage.Field;
import io.amends.desk.cases.CasePage.Option;
import io.amends.desk.cases.CasePage.Wanted;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Given;
import io.amends.desk.view.Sheet.Paused;
import io.amends.desk.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What may be done with a case beside the five verbs, by where it stands. */
final class MoreVerbs {

  private final Sheet sheet;
  private final Words words;
  private final List<Wanted> wanted = new ArrayList<>();

  private MoreVerbs(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  static List<Wanted> of(Sheet sheet, Words words) {
    MoreVerbs verbs = new MoreVerbs(sheet, words);
    if (sheet.beside().partOf() != null) {
      return List.of(); // all that is done is done in the other case
    }
    if (sheet.open()) {
      verbs.whileOpen();
    }
    if (!sheet.open() || sheet.delayEndedAt() != null) {
      verbs.add("REOPEN", "", List.of());
    }
    return verbs.wanted;
  }

  private void whileOpen() {
    if (sheet.acknowledgedAt() != null && sheet.fixedAt() == null) {
      add("UPDATE_GUEST", "", List.of());
    }
    if (sheet.owes("FIRST_PUBLIC_ANSWER")) {
      add("ANSWER_PUBLICLY", "", List.of());
    }
    if (sheet.owes("AUTHORITY_ANSWER")) {
      add("ANSWER_AUTHORITY", "", List.of());
    }
    sheet.given().stream()
        .filter(Given::toHand)
        .forEach(
            given ->
                add(
                    "REMEDY_REACHED",
                    words.of("remedy." + given.remedy()) + " " + words.money(given.worth()),
                    List.of(Field.hidden("number", Integer.toString(given.number())))));
    if (sheet.owes("DEPARTMENT_ACCEPTS")) {
      add("ACCEPT_HAND_OVER", words.of("department." + sheet.department()), List.of());
    }
    add("HAND_OVER", "", List.of(Field.choice("department", words.of("more.to"), departments())));
    pauses();
    takeBack();
    add("LINK_PREVENTION", "", List.of(Field.text(Tap.PREVENTION, words.of("more.prevention"))));
    corrections();
  }

  private void pauses() {
    List<String> paused = sheet.beside().paused().stream().map(Paused::reason).toList();
    for (Paused each : sheet.beside().paused()) {
      add(
          "RESUME",
          words.of(
              "more.paused",
              words.of("pause." + each.reason()),
              words.hour(each.until(), ZoneId.of(sheet.zone().id()))),
          List.of(Field.hidden("reason", each.reason())));
    }
    List<Option> reasons =
        sheet.beside().mayPause().stream()
            .filter(reason -> !paused.contains(reason))
            .map(reason -> new Option(reason, words.of("pause." + reason)))
            .toList();
    if (!reasons.isEmpty()) {
      add("PAUSE", "", List.of(Field.choice("reason", words.of("more.because"), reasons)));
    }
  }

  private void takeBack() {
    List<Option> given =
        sheet.given().stream()
            .filter(each -> each.worth().minorUnits() > 0)
            .map(
                each ->
                    new Option(
                        Integer.toString(each.number()),
                        words.of("remedy." + each.remedy()) + " " + words.money(each.worth())))
            .toList();
    if (!given.isEmpty()) {
      add(
          "TAKE_BACK_REMEDY",
          "",
          List.of(
              Field.choice("number", words.of("give.what"), given),
              Field.text("reason", words.of("approval.reason"))));
    }
  }

  private void corrections() {
    List<Option> others =
        Arrays.stream(Severity.values())
            .map(Enum::name)
            .filter(name -> !name.equals(sheet.severity()))
            .map(name -> new Option(name, words.of("severity." + name)))
            .toList();
    List<Option> reasons =
        Stream.of("ENTERED_WRONGLY", "SEEN_ON_SITE", "TOLD_LATER")
            .map(reason -> new Option(reason, words.of("corrected." + reason)))
            .toList();
    Field why = Field.choice("reason", words.of("more.because"), reasons);
    add(
        "CORRECT_SEVERITY",
        "",
        List.of(Field.choice("severity", words.of("more.severity"), others), why));
    add(
        "CORRECT_DETECTION",
        "",
        List.of(Field.hour("detectedAt", words.of("more.detectedAt")), why));
  }

  private List<Option> departments() {
    return Arrays.stream(Department.values())
        .map(Enum::name)
        .flatMap(name -> name.equals(sheet.department()) ? Stream.empty() : Stream.of(name))
        .map(name -> new Option(name, words.of("department." + name)))
        .toList();
  }

  private void add(String verb, String about, List<Field> fields) {
    wanted.add(new Wanted(verb, words.of("verb." + verb), about, fields));
  }
}
