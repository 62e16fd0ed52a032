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
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * @param told the guest's words; null: there are none, or not for this reader
   */
  Perhaps of(@Nullable Suggested read, @Nullable String told) {
    if (!sheet.open() || sheet.beside().partOf() != null) {
      return Perhaps.NOTHING;
    }
    return new Perhaps(
        sheet.beside().alike().stream().map(this::alike).toList(),
        read == null || isSettled() ? null : read(read, told));
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

  private Read read(Suggested read, @Nullable String told) {
    boolean taken = read.issue().equals(sheet.issue());
    return new Read(
        words.of("read.says", words.of("issue." + read.issue()), words.percent(read.confidence())),
        taken
            ? words.of("read.taken", words.of("severity." + sheet.severity()))
            : words.of(
                "read.not",
                words.of("issue." + sheet.issue()),
                words.of("severity." + sheet.severity())),
        told == null ? "" : String.join(words.of("list.comma"), found(read.because(), told)),
        severities());
  }

  /** What entries of the lexicon, which are patterns, found in the guest's words. */
  static List<String> found(List<String> entries, String told) {
    String text = told.toLowerCase(Locale.ROOT);
    return entries.stream().flatMap(entry -> first(entry, text)).distinct().toList();
  }

  private static Stream<String> first(String entry, String text) {
    try {
      return Pattern.compile(entry).matcher(text).results().limit(1).map(MatchResult::group);
    } catch (PatternSyntaxException ofAnotherLexicon) {
      return Stream.empty();
    }
  }

  private List<Option> severities() {
    return Arrays.stream(Severity.values())
        .map(Enum::name)
        .filter(name -> !name.equals(sheet.severity()))
        .map(name -> new Option(name, words.of("read.rather", words.of("severity." + name))))
        .toList();
  }
}
