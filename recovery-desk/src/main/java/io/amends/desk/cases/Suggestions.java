package io.amends.desk.cases;

import io.amends.contracts.Severity;
import io.amends.desk.cases.CaseFile.Suggested;
import io.amends.desk.cases.CasePage.Alike;
import io.amends.desk.cases.CasePage.Option;
import io.amends.desk.cases.CasePage.Perhaps;
import io.amends.desk.cases.CasePage.Read;
import io.amends.desk.view.Line;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What machines only suggest, and a person decides: the same matter, and what words are about. */
final class Suggestions {

  private final Sheet sheet;
  private final List<Line> lines;
  private final Words words;

  Suggestions(Sheet sheet, List<Line> lines, Words words) {
    this.sheet = sheet;
    this.lines = lines;
    this.words = words;
  }

  /**
   * Of an open case that is no part of another.
   *
   * @param read out of the guest's words; null: nothing was
   * @param personal whether the words themselves may be shown
   */
  Perhaps of(@Nullable Suggested read, boolean personal) {
    if (!sheet.open() || sheet.beside().partOf() != null) {
      return Perhaps.NOTHING;
    }
    return new Perhaps(
        sheet.beside().alike().stream().map(this::alike).toList(),
        read == null || isSettled() ? null : read(read, personal));
  }

  /** Whoever has corrected something has looked. */
  private boolean isSettled() {
    return lines.stream()
        .anyMatch(line -> line.code().equals("SituationChanged") && !line.values().isEmpty());
  }

  private Alike alike(Sheet.Alike other) {
    return new Alike(
        other.caseId(),
        words.of("case.number", CasePages.number(other.caseId())),
        other.in().stream()
            .map(each -> words.of("alike." + each))
            .collect(Collectors.joining(words.of("list.comma"))));
  }

  private Read read(Suggested read, boolean personal) {
    boolean taken = read.issue().equals(sheet.issue());
    return new Read(
        words.of("read.says", words.of("issue." + read.issue()), words.percent(read.confidence())),
        taken
            ? words.of("read.taken", words.of("severity." + sheet.severity()))
            : words.of(
                "read.not",
                words.of("issue." + sheet.issue()),
                words.of("severity." + sheet.severity())),
        personal ? String.join(words.of("list.comma"), read.because()) : "",
        severities());
  }

  private List<Option> severities() {
    return Arrays.stream(Severity.values())
        .map(Enum::name)
        .filter(name -> !name.equals(sheet.severity()))
        .map(name -> new Option(name, words.of("read.rather", words.of("severity." + name))))
        .toList();
  }
}
