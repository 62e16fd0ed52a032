package io.amends.desk.reports;

import io.amends.contracts.Department;
import io.amends.desk.people.ForStaff;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The reports, as pictures and as CSV. */
@Controller
@ForStaff
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

  /** Something to choose from. */
  record Choice(String value, String word, boolean chosen) {}

  /** What the rows are narrowed to, and where they are not. */
  record Only(String word, String without) {}

  @GetMapping("/reports")
  Rendering first(Reader reader, ServerWebExchange exchange, Locale locale) {
    return show("promises", reader, exchange, locale);
  }

  @GetMapping("/reports/{name}")
  Rendering show(
      @PathVariable String name, Reader reader, ServerWebExchange exchange, Locale locale) {
    Words words = bundles.in(locale);
    Question question = question(Report.named(name).orElse(Report.PROMISES), exchange);
    Report report = question.report();
    return pages
        .show("reports", "nav.reports", reader, words)
        .modelAttribute("name", report.word())
        .modelAttribute("title", words.of("report." + report))
        .modelAttribute("source", words.of("source." + report))
        .modelAttribute("picture", report.picture().name())
        .modelAttribute("drawing", Drawing.of(question, rows(question, reader, words), words))
        .modelAttribute("tabs", tabs(question, words))
        .modelAttribute("only", only(question, words))
        .modelAttribute("kept", kept(question))
        .modelAttribute("csv", Addresses.of(question, ".csv"))
        .modelAttribute("ledger", LedgerController.mayRead(reader))
        .modelAttribute("weeks", question.weeks())
        .modelAttribute("properties", hotels(reader, question.only().get("property")))
        .modelAttribute("departments", departments(question.only().get("department"), words))
        .build();
  }

  @GetMapping("/reports/{name}.csv")
  ResponseEntity<byte[]> csv(@PathVariable String name, Reader reader, ServerWebExchange exchange) {
    Optional<Report> found = Report.named(name);
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Report report = found.get();
    Words words = bundles.in(Locale.ENGLISH);
    StringBuilder text = new StringBuilder(String.join(",", report.columns())).append("\r\n");
    for (List<@Nullable Object> row : rows(question(report, exchange), reader, words)) {
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

  private static Question question(Report report, ServerWebExchange exchange) {
    MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
    Map<String, String> only = new TreeMap<>();
    for (String name : Reports.CHOICES) {
      String value = asked.getFirst(name);
      if (value != null && !value.isEmpty()) {
        only.put(name, value);
      }
    }
    return new Question(report, only, weeks(asked.getFirst("weeks")));
  }

  private static int weeks(@Nullable String asked) {
    return asked == null || !asked.matches("[0-9]{1,4}")
        ? WEEKS
        : Math.clamp(Integer.parseInt(asked), 1, MOST_WEEKS);
  }

  /** Another report asks the same of hotel and department; what was led to is left behind. */
  private static List<Tab> tabs(Question question, Words words) {
    Map<String, String> only = new TreeMap<>(question.only());
    only.keySet().retainAll(List.of("property", "department"));
    return Arrays.stream(Report.values())
        .filter(Report::isTab)
        .map(
            each ->
                new Tab(
                    Addresses.of(new Question(each, only, question.weeks()), ""),
                    words.of("report." + each),
                    each == question.report()))
        .toList();
  }

  private static List<Only> only(Question question, Words words) {
    return question.only().entrySet().stream()
        .map(
            each ->
                new Only(
                    each.getKey().equals("property")
                        ? each.getValue()
                        : words.of(each.getKey() + "." + each.getValue()),
                    Addresses.without(each.getKey(), question)))
        .toList();
  }

  /** What the selects of the page do not say themselves. */
  private static Map<String, String> kept(Question question) {
    Map<String, String> kept = new TreeMap<>(question.only());
    kept.keySet().removeAll(List.of("property", "department"));
    return kept;
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

  private static List<Choice> departments(@Nullable String chosen, Words words) {
    return Arrays.stream(Department.values())
        .map(Enum::name)
        .map(each -> new Choice(each, words.of("department." + each), each.equals(chosen)))
        .toList();
  }
}
