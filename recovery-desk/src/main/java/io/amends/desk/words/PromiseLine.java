package io.amends.desk.words;

import io.amends.contracts.time.clock.Segment;
import io.amends.contracts.time.clock.Segment.Closed;
import io.amends.contracts.time.clock.Segment.Holiday;
import io.amends.contracts.time.clock.Segment.Paused;
import io.amends.contracts.time.clock.Segment.Running;
import io.amends.contracts.time.clock.Segment.WallClockMoved;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A promise and its clock in words.
 *
 * @param what is promised
 * @param due by when, at the hotel
 * @param dueAt epoch milliseconds for the page's own clock; 0 unless it is still owed
 * @param state how it stands: RUNNING, MET, BREACHED, CANCELLED, PAUSED
 * @param told how it stands, in words
 * @param left what is left, or how late it is; empty unless it is still owed
 * @param why each stretch of its time, in words
 */
public record PromiseLine(
    String what,
    String due,
    long dueAt,
    String state,
    String told,
    String left,
    boolean late,
    List<String> why) {

  public PromiseLine {
    why = List.copyOf(why);
  }

  /** All promises of a case, what is due first on top. */
  public static List<PromiseLine> all(Sheet sheet, Words words) {
    ZoneId zone = ZoneId.of(sheet.zone().id());
    return sheet.promises().stream()
        .sorted(
            Comparator.comparing(
                promise -> Optional.ofNullable(promise.dueAt()).orElse(Instant.MAX)))
        .map(promise -> of(promise, words, zone))
        .toList();
  }

  private static PromiseLine of(Promise promise, Words words, ZoneId zone) {
    Instant due = promise.dueAt();
    boolean late = promise.owed() && due != null && due.isBefore(words.now());
    return new PromiseLine(
        words.of("clock." + promise.clock()),
        due == null ? words.of("promise.paused") : words.hour(due, zone),
        promise.owed() && due != null ? due.toEpochMilli() : 0,
        promise.result(),
        told(promise, words, zone),
        promise.owed() && due != null ? left(due, words) : "",
        late,
        why(promise, words, zone));
  }

  private static String told(Promise promise, Words words, ZoneId zone) {
    Instant at = promise.at();
    return at == null
        ? words.of("promise." + promise.result())
        : words.of("promise.at." + promise.result(), words.hour(at, zone));
  }

  private static String left(Instant due, Words words) {
    Duration left = Duration.between(words.now(), due);
    return words.of(left.isNegative() ? "left.late" : "left.still", words.span(left));
  }

  private static List<String> why(Promise promise, Words words, ZoneId zone) {
    Instant due = promise.dueAt();
    if (promise.segments().isEmpty()) {
      return due == null
          ? List.of()
          : List.of(
              words.of(
                  "why.plain",
                  words.span(Duration.between(promise.from(), due)),
                  words.hour(promise.from(), zone)));
    }
    return promise.segments().stream().map(each -> words(each, words, zone)).toList();
  }

  private static String words(Segment segment, Words words, ZoneId zone) {
    String from = words.hour(segment.from(), zone);
    String to = words.hour(segment.to(), zone);
    return switch (segment) {
      case Running(var begin, var end) ->
          words.of("why.RUNNING", from, to, words.span(Duration.between(begin, end)));
      case Paused paused -> words.of("why.PAUSED", from, to, words.of("pause." + paused.reason()));
      case Closed _ -> words.of("why.CLOSED", from, to);
      case Holiday holiday -> words.of("why.HOLIDAY", from, to, words.day(holiday.date()));
      case WallClockMoved moved ->
          words.of(
              "why.MOVED",
              moved.was().toLocalTime().toString(),
              moved.now().toLocalTime().toString());
    };
  }
}
