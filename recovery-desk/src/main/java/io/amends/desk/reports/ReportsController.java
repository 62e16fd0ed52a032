package io.amends.desk.reports;

import io.amends.desk.people.Reader;
import io.amends.desk.reports.Reports.Question;
import io.amends.desk.view.House;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/** The reports, as pictures and as CSV. */
@Controller
class ReportsController {

  /** A quarter; the topics keep 57 weeks. */
  private static final int WEEKS = 13;

  private static final int MOST_WEEKS = 57;

  private final Reports reports;
  private final House house;
  private final Bundles bundles;
  private final Page pages;

  ReportsController(Reports reports, House house, Bundles bundles, Page pages) {
    this.reports = reports;
    this.house = house;
    this.bundles = bundles;
    this.pages = pages;
  }

  /** A report to choose. */
  record Tab(String address, String word, boolean here) {}

  /** A hotel to choose. */
  record Choice(String value, String word, boolean chosen) {}

  @GetMapping("/reports")
  Rendering first(Reader reader, Locale locale) {
    return show("promises", null, null, null, reader, locale);
  }

  @GetMapping("/reports/{name}")
  Rendering show(
      @PathVariable String name,
      @RequestParam @Nullable String property,
      @RequestParam @Nullable String department,
      @RequestParam @Nullable Integer weeks,
      Reader reader,
      Locale locale) {
    Words words = bundles.in(locale);
    Report report = Report.named(name).orElse(Report.PROMISES);
    Question question = question(report, property, department, weeks);
    Drawing drawing = Drawing.of(report, rows(question, reader, words), words);
    return pages
        .show("reports", "nav.reports", reader, words)
        .modelAttribute("name", report.word())
        .modelAttribute("title", words.of("report." + report))
        .modelAttribute("source", words.of("source." + report))
        .modelAttribute("drawing", drawing)
        .modelAttribute(
            "tabs",
            Arrays.stream(Report.values())
                .map(
                    each ->
                        new Tab(
                            address(each, question, ""),
                            words.of("report." + each),
                            each == report))
                .toList())
        .modelAttribute("csv", address(report, question, ".csv"))
        .modelAttribute("weeks", question.weeks())
        .modelAttribute("properties", hotels(reader, property))
        .build();
  }

  @GetMapping("/reports/{name}.csv")
  ResponseEntity<byte[]> csv(
      @PathVariable String name,
      @RequestParam @Nullable String property,
      @RequestParam @Nullable String department,
      @RequestParam @Nullable Integer weeks,
      Reader reader) {
    Optional<Report> found = Report.named(name);
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Report report = found.get();
    Words words = bundles.in(Locale.ENGLISH);
    StringBuilder text = new StringBuilder(String.join(",", report.columns())).append("\r\n");
    for (List<@Nullable Object> row :
        rows(question(report, property, department, weeks), reader, words)) {
      text.append(Csv.line(report, row)).append("\r\n");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<List<@Nullable Object>> rows(Question question, Reader reader, Words words) {
    return reader.worksWithGuests()
        ? reports.ask(question, reader, words.now())
        : new ArrayList<>();
  }

  private static Question question(
      Report report,
      @Nullable String property,
      @Nullable String department,
      @Nullable Integer weeks) {
    return new Question(
        report, property, department, weeks == null ? WEEKS : Math.clamp(weeks, 1, MOST_WEEKS));
  }

  private static String address(Report report, Question question, String ending) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/reports/" + report.word() + ending)
            .queryParam("weeks", question.weeks());
    if (question.property() != null && !question.property().isEmpty()) {
      address.queryParam("property", question.property());
    }
    return address.encode().toUriString();
  }

  private List<Choice> hotels(Reader reader, @Nullable String chosen) {
    return house.properties().stream()
        .filter(each -> reader.holdsFor(each.propertyId().value()))
        .map(
            each ->
                new Choice(
                    each.propertyId().value(),
                    each.name(),
                    each.propertyId().value().equals(chosen)))
        .toList();
  }
}
