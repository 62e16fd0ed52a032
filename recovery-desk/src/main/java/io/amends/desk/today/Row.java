package io.amends.desk.today;

import io.amends.contracts.Money;
import io.amends.desk.today.OpenCases.Open;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.People;
import io.amends.desk.words.Ring;
import io.amends.desk.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of the list, in the reader's words.
 *
 * @param due what falls due next, empty if nothing is owed
 * @param dueAt epoch milliseconds, for the page's own clock; 0 if nothing is owed
 * @param late whether it is owed past its hour
 * @param marks what makes it special
 * @param worth what is at stake with this guest, empty if unknown
 * @param waiting what it costs to let the case get dearer, empty if unknown
 */
record Row(
    String caseId,
    Ring ring,
    String property,
    String room,
    String issue,
    String severity,
    String severityWord,
    String known,
    String holder,
    String due,
    String dueHour,
    long dueAt,
    String left,
    boolean late,
    String tier,
    String exposure,
    List<Mark> marks,
    String worth,
    String waiting,
    boolean leaving) {

  /** A word beside the case, and how it looks. */
  record Mark(String kind, String word) {}

  static Row of(Open open, Words words, People people) {
    Sheet sheet = open.sheet();
    ZoneId zone = ZoneId.of(sheet.zone().id());
    Sheet.Promise next = sheet.next().orElse(null);
    Instant dueAt = next == null ? null : next.dueAt();
    boolean late = dueAt != null && dueAt.isBefore(words.now());
    boolean leaving = leavesToday(sheet, words.now());
    return new Row(
        sheet.caseId(),
        Ring.of(sheet, words.now()),
        sheet.property(),
        sheet.room() == null ? "" : words.of("room", sheet.room()),
        words.of("issue." + sheet.issue()),
        sheet.severity(),
        words.of("severity." + sheet.severity()),
        words.of("known.since", words.hour(sheet.detectedAt(), zone)),
        open.heldBy() == null ? "" : people.name(sheet.property(), open.heldBy()),
        next == null ? "" : words.of("clock." + next.clock()),
        dueAt == null ? "" : words.hour(dueAt, zone),
        dueAt == null ? 0 : dueAt.toEpochMilli(),
        dueAt == null ? "" : left(dueAt, words),
        late,
        words.of("tier." + sheet.tier()),
        sheet.standing().map(tier -> words.money(tier.exposure())).orElse(""),
        marks(open, leaving, words),
        money("worth", open.atRisk(), open.currency(), words),
        money("waiting", open.waiting(), open.waitingCurrency(), words),
        leaving);
  }

  /** How long there is, or how late it is. */
  private static String left(Instant dueAt, Words words) {
    Duration left = Duration.between(words.now(), dueAt);
    return left.isNegative()
        ? words.of("left.late", words.span(left))
        : words.of("left.still", words.span(left));
  }

  private static List<Mark> marks(Open open, boolean leaving, Words words) {
    Sheet sheet = open.sheet();
    List<Mark> marks = new ArrayList<>();
    if (sheet.inPublic()) {
      marks.add(new Mark("public", words.of("mark.public")));
    }
    sheet.flags().stream()
        .sorted()
        .forEach(flag -> marks.add(new Mark("flag", words.of("flag." + flag))));
    if (leaving) {
      marks.add(new Mark("leaving", words.of("mark.leaving")));
    }
    if (sheet.guestTier() != null) {
      marks.add(new Mark("tier", sheet.guestTier()));
    }
    if (open.band() != null && !open.band().equals("NONE")) {
      marks.add(new Mark("risk", words.of("band." + open.band())));
    }
    return marks;
  }

  private static String money(
      String key, @Nullable Long minorUnits, @Nullable String currency, Words words) {
    return minorUnits == null || minorUnits == 0 || currency == null
        ? ""
        : words.of(key, words.money(new Money(minorUnits, Currency.getInstance(currency))));
  }

  /** By the hotel's own day. */
  static boolean leavesToday(Sheet sheet, Instant now) {
    ZoneId zone = ZoneId.of(sheet.zone().id());
    @Nullable Instant departure = sheet.departureAt();
    if (departure == null || departure.isBefore(now)) {
      return false;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    return departure.atZone(zone).toLocalDate().equals(today);
  }
}
