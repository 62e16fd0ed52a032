package io.amends.desk.today;

import io.amends.contracts.reference.PropertyReference;
import io.amends.desk.people.Reader;
import io.amends.desk.today.Arrivals.Arrival;
import io.amends.desk.today.Filter.Show;
import io.amends.desk.today.OpenCases.Open;
import io.amends.desk.view.House;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.People;
import io.amends.desk.words.Words;
import io.amends.kit.security.AllowedRoles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The work list. */
@Controller
@AllowedRoles(AllowedRoles.HOUSE)
class TodayController {

  /** Ours: more than anybody can do today, and quick to send to an old phone. */
  private static final int FIRST = 60;

  private final OpenCases cases;
  private final Arrivals arrivals;
  private final House house;
  private final Bundles bundles;
  private final Page pages;

  TodayController(JdbcTemplate view, House house, Bundles bundles, Page pages) {
    this.cases = new OpenCases(view);
    this.arrivals = new Arrivals(view);
    this.house = house;
    this.bundles = bundles;
    this.pages = pages;
  }

  /** A choice of what is shown, and how many there are. */
  record Chip(String word, String address, boolean chosen) {}

  /** A choice in a list. */
  record Choice(String value, String word, boolean chosen) {}

  /** A guest who comes today. */
  record Coming(String property, String guest, String words) {}

  /** What the page shows. */
  record Today(
      List<Row> rows,
      int hidden,
      String allAddress,
      long late,
      long nobodys,
      int open,
      List<Chip> chips,
      List<Choice> properties,
      List<Choice> severities,
      List<Choice> departments,
      List<Coming> arrivals,
      String show) {}

  @GetMapping("/")
  Rendering home() {
    return Rendering.redirectTo("/today").build();
  }

  @GetMapping("/today")
  Rendering today(
      @RequestParam @Nullable String property,
      @RequestParam @Nullable String severity,
      @RequestParam @Nullable String department,
      @RequestParam @Nullable String show,
      @RequestParam @Nullable Boolean all,
      Reader reader,
      Locale locale) {
    Filter filter = new Filter(property, severity, department, Show.named(show), all);
    Words words = bundles.in(locale);
    return pages
        .show("today", "nav.today", reader, words)
        .modelAttribute("today", page(filter, reader, words))
        .build();
  }

  private Today page(Filter filter, Reader reader, Words words) {
    People people = new People(house, words);
    List<Open> found = found(filter, reader, words.now());
    int shown = filter.everyRow() ? found.size() : Math.min(FIRST, found.size());
    Map<String, String> hotels = hotels(reader);
    return new Today(
        found.subList(0, shown).stream().map(open -> Row.of(open, words, people)).toList(),
        found.size() - shown,
        filter.address(filter.which(), true),
        found.stream().filter(open -> isLate(open, words.now())).count(),
        found.stream().filter(open -> open.heldBy() == null).count(),
        found.size(),
        Arrays.stream(Show.values())
            .map(
                each ->
                    new Chip(
                        words.of("show." + each), filter.address(each), each == filter.which()))
            .toList(),
        hotels.entrySet().stream()
            .map(each -> choice(each.getKey(), each.getValue(), filter.property()))
            .toList(),
        List.of("CRITICAL", "MAJOR", "MINOR").stream()
            .map(each -> choice(each, words.of("severity." + each), filter.severity()))
            .toList(),
        Arrays.stream(io.amends.contracts.Department.values())
            .map(each -> choice(each.name(), words.of("department." + each), filter.department()))
            .toList(),
        arrivals.today(words.now(), house, reader, filter).stream()
            .map(each -> coming(each, words))
            .toList(),
        filter.which() == Show.EVERYTHING ? "" : filter.which().name());
  }

  private List<Open> found(Filter filter, Reader reader, Instant now) {
    List<Open> found = reader.worksWithGuests() ? cases.find(reader, filter, now) : List.of();
    return filter.which() == Show.LEAVING
        ? found.stream().filter(open -> Row.leavesToday(open.sheet(), now)).toList()
        : found;
  }

  private Map<String, String> hotels(Reader reader) {
    return house.properties().stream()
        .filter(each -> reader.holdsFor(each.propertyId().value()))
        .collect(
            Collectors.toMap(
                each -> each.propertyId().value(),
                PropertyReference::name,
                (one, _) -> one,
                java.util.TreeMap::new));
  }

  private static Choice choice(String value, String word, @Nullable String chosen) {
    return new Choice(value, word, value.equals(chosen));
  }

  private static Coming coming(Arrival arrival, Words words) {
    String when =
        words.day(Instant.ofEpochMilli(arrival.opened()).atZone(ZoneOffset.UTC).toLocalDate());
    return new Coming(
        arrival.property(),
        arrival.guestId(),
        words.of("arrival.last", words.of("issue." + arrival.issue()), when));
  }

  private static boolean isLate(Open open, Instant now) {
    return open.sheet()
        .next()
        .map(next -> next.dueAt() != null && next.dueAt().isBefore(now))
        .orElse(false);
  }
}
