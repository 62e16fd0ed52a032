package io.amends.notification.email;

import io.amends.contracts.Nights;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.morning.Arrival;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.Report;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** The words of a morning report: a heading and its lines, section by section. */
final class MorningLetter {

  /** Ours: who reads on has the desk. */
  private static final int MOST_LINES = 30;

  private final MessageSource words;
  private final Draft draft;
  private final Locale locale;

  MorningLetter(MessageSource words, Draft draft, Locale locale) {
    this.words = words;
    this.draft = draft;
    this.locale = locale;
  }

  private record Section(String heading, List<String> lines) {}

  String subject(Report report) {
    return say(
        draft.template() + ".subject",
        draft.get("property"),
        report.open().size(),
        report.leaving().size(),
        report.arriving().size());
  }

  String text(Report report, String name) {
    return say(draft.template() + ".text", name, draft.get("property"), day())
        + sections(report).stream()
            .map(
                section ->
                    "\n"
                        + section.heading()
                        + "\n"
                        + section.lines().stream()
                            .map(line -> "- " + line + "\n")
                            .collect(Collectors.joining()))
            .collect(Collectors.joining())
        + "\n"
        + say("morning.estimate")
        + "\n";
  }

  String html(Report report, String name) {
    return say(
            draft.template() + ".html",
            escaped(name),
            escaped(draft.get("property")),
            escaped(day()))
        + sections(report).stream()
            .map(
                section ->
                    "<h3>%s</h3><ul>%s</ul>"
                        .formatted(
                            escaped(section.heading()),
                            section.lines().stream()
                                .map(line -> "<li>" + escaped(line) + "</li>")
                                .collect(Collectors.joining())))
            .collect(Collectors.joining())
        + "<p>"
        + escaped(say("morning.estimate"))
        + "</p>";
  }

  private List<Section> sections(Report report) {
    List<Section> all = new ArrayList<>();
    add(all, "morning.open", report.open().stream().map(this::open).toList());
    add(all, "morning.leaving", report.leaving().stream().map(this::leaving).toList());
    add(all, "morning.arriving", report.arriving().stream().map(this::arriving).toList());
    add(all, "morning.twice", report.twice().stream().map(this::open).toList());
    add(all, "morning.ended", report.ended().stream().map(this::ended).toList());
    return all;
  }

  private void add(List<Section> all, String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<String> shown =
        lines.size() <= MOST_LINES
            ? lines
            : Stream.concat(
                    lines.stream().limit(MOST_LINES),
                    Stream.of(say("morning.more", lines.size() - MOST_LINES)))
                .toList();
    all.add(new Section(say(heading, lines.size()), shown));
  }

  private String open(CaseLine line) {
    return say(
        "morning.case",
        say("tier." + line.tier()),
        room(line.room()),
        say("issue." + line.issue()),
        say("severity." + line.severity()),
        time(line.since()),
        nights(line.exposure()));
  }

  private String leaving(CaseLine line) {
    return say(
        "morning.leaves",
        time(Objects.requireNonNull(line.departureAt())),
        room(line.room()),
        say("issue." + line.issue()));
  }

  private String arriving(Arrival arrival) {
    return say("morning.arrives", arrival.guestId().value(), say("issue." + arrival.issue()));
  }

  private String ended(CaseLine line) {
    return say(
        "morning.case-ended",
        room(line.room()),
        say("issue." + line.issue()),
        nights(line.given()),
        say("tier." + line.tier()),
        nights(line.exposure()),
        nights(line.later()));
  }

  private static String room(@Nullable String room) {
    return room == null ? "–" : room;
  }

  private static String nights(Nights nights) {
    return nights.value().toPlainString();
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofPattern("EEE HH:mm", locale).format(at.atZone(zone()));
  }

  private String day() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(locale)
        .format(Instant.parse(draft.get("at")).atZone(zone()));
  }

  private ZoneId zone() {
    return ZoneId.of(draft.zone());
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text);
  }

  private String say(String key, Object... arguments) {
    Object[] plain =
        Stream.of(arguments).map(one -> one.toString().replaceAll("\\p{Cntrl}+", " ")).toArray();
    return words.getMessage(key, plain, locale);
  }
}
