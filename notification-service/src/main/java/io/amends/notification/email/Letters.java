package io.amends.notification.email;

import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Receipt;
import io.amends.notification.domain.SurveyPlan;
import io.amends.notification.domain.morning.Report;
import io.amends.notification.stream.VoucherCode;
import java.awt.ComponentOrientation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** Finds the words for a draft, in the reader's language and the hotel's time. */
public final class Letters {

  /** Letters to staff that lead to the case: there is more to do than a tap. */
  private static final List<String> TO_CASE = List.of("call", "written-again");

  private final MessageSource words;
  private final TapLinks taps;
  private final HotelClock clock;
  private final GuestLinks links;
  private final DerivedCodes codes;

  public Letters(
      MessageSource words, TapLinks taps, GuestLinks links, DerivedCodes codes, HotelClock clock) {
    this.words = words;
    this.taps = taps;
    this.links = links;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * What the reader sees.
   *
   * @param html a whole page, in the reading direction of its language
   * @param unsubscribe where one click ends such letters, if they are not about the reader's own
   *     stay
   */
  public record Letter(String subject, String text, String html, @Nullable String unsubscribe) {}

  /**
   * Writes one, whole in one language: the reader's, else the hotel's, else English.
   *
   * @throws org.springframework.context.NoSuchMessageException if words are missing
   * @throws IllegalArgumentException if what the words need was not given
   */
  public Letter write(Draft draft, String name) {
    Locale locale = locale(draft);
    if (!draft.message().purpose().toStaff()) {
      return toGuest(draft, name, locale);
    }
    Report report = draft.report();
    if (report != null) {
      MorningLetter morning = new MorningLetter(words, draft, locale);
      return new Letter(
          morning.subject(report),
          morning.text(report, name),
          page(morning.html(report, name), locale),
          null);
    }
    Letter alert = alert(draft, name, locale);
    return new Letter(alert.subject(), alert.text(), page(alert.html(), locale), null);
  }

  private Letter alert(Draft draft, String name, Locale locale) {
    String room = draft.find("room").orElse("–");
    String what = word("issue", draft, locale);
    String promise = promise(draft, locale);
    String late =
        draft
            .find("lateSince")
            .map(since -> say("alert.late", locale, time(since, draft, locale)))
            .orElse("");
    return letter(
        draft.template(),
        locale,
        List.of(room, what, word("severity", draft, locale)),
        List.of(
            name,
            draft.get("property"),
            room,
            what,
            time(draft.get("detectedAt"), draft, locale),
            word("origin", draft, locale),
            draft.find("cause").map(cause -> say("cause." + cause, locale)).orElse(""),
            promise,
            late,
            TO_CASE.contains(draft.template()) ? taps.ofCase(draft) : taps.of(draft)));
  }

  /**
   * An alert as a short message, in one language; the link is the way to all the rest.
   *
   * @throws org.springframework.context.NoSuchMessageException if words are missing
   * @throws IllegalArgumentException if what the words need was not given
   */
  public String brief(Draft draft) {
    Locale locale = locale(draft);
    return say(
        draft.template() + ".sms",
        locale,
        draft.get("property"),
        draft.find("room").orElse("–"),
        word("issue", draft, locale),
        promise(draft, locale),
        taps.of(draft));
  }

  private String promise(Draft draft, Locale locale) {
    return draft
        .find("dueAt")
        .map(
            due ->
                say(
                    "alert.promise",
                    locale,
                    say("clock." + draft.get("promise"), locale),
                    time(due, draft, locale),
                    minutesLeft(due)))
        .orElse("");
  }

  /** The reader's language, else the hotel's, else English. */
  private Locale locale(Draft draft) {
    return Stream.of(draft.locale(), draft.find("hotelLocale").orElse(""))
        .map(Locale::forLanguageTag)
        .filter(this::isSpoken)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private boolean isSpoken(Locale locale) {
    return !locale.getLanguage().isEmpty() && say("language", locale).equals(locale.getLanguage());
  }

  private Letter toGuest(Draft draft, String name, Locale locale) {
    Letter letter = words(draft, name.isBlank() ? say("guest.unnamed", locale) : name, locale);
    Purpose purpose = draft.message().purpose();
    boolean mayEnd = purpose.promotional() || purpose == Purpose.SURVEY;
    String link = mayEnd ? links.unsubscribe(draft.message(), locale) : null;
    String footer =
        purpose.promotional()
            ? "footer.promotional"
            : purpose == Purpose.SURVEY ? "footer.survey" : "footer.service";
    Object[] in = {draft.get("property"), link == null ? "" : link};
    return new Letter(
        letter.subject(),
        letter.text() + "\n" + say(footer + ".text", locale, in),
        page(letter.html() + say(footer + ".html", locale, escaped(List.of(in))), locale),
        link);
  }

  private Letter words(Draft draft, String name, Locale locale) {
    return letter(
        draft.template(),
        locale,
        List.of(draft.get("property")),
        List.of(
            name,
            draft.get("property"),
            draft.find("issue").map(issue -> say("issue." + issue, locale)).orElse(""),
            draft.find("offer").map(offer -> say("offer." + offer, locale)).orElse(""),
            draft.find("validUntil").map(until -> date(until, draft, locale)).orElse(""),
            draft.offer() == null ? "" : VoucherCode.of(draft.message(), draft.offer(), codes),
            link(draft, locale),
            promised(draft, locale)));
  }

  private String link(Draft draft, Locale locale) {
    return draft.find(SurveyPlan.KIND).isPresent()
        ? links.survey(draft, locale)
        : draft.find(Receipt.TRACKS).map(complaint -> links.tracking(complaint, locale)).orElse("");
  }

  /** What a guest is promised next, if it is still to come when it is read. */
  private String promised(Draft draft, Locale locale) {
    return draft
        .find("dueAt")
        .filter(due -> Instant.parse(due).isAfter(clock.instant()))
        .map(due -> say("promised." + draft.get("promise"), locale, time(due, draft, locale)))
        .orElse("");
  }

  private Letter letter(
      String template, Locale locale, List<String> inSubject, List<String> inBody) {
    return new Letter(
        say(template + ".subject", locale, inSubject.toArray()),
        say(template + ".text", locale, inBody.toArray()),
        say(template + ".html", locale, escaped(inBody)),
        null);
  }

  private static Object[] escaped(List<?> arguments) {
    return arguments.stream().map(one -> HtmlUtils.htmlEscape(one.toString())).toArray();
  }

  private static String page(String body, Locale locale) {
    boolean leftToRight = ComponentOrientation.getOrientation(locale).isLeftToRight();
    return "<!doctype html><html lang=\"%s\" dir=\"%s\"><meta charset=\"utf-8\"><body>%s</body></html>"
        .formatted(locale.toLanguageTag(), leftToRight ? "ltr" : "rtl", body);
  }

  private long minutesLeft(String due) {
    return Math.max(0, Duration.between(clock.instant(), Instant.parse(due)).toMinutes());
  }

  private static String time(String instant, Draft draft, Locale locale) {
    return DateTimeFormatter.ofPattern("EEE HH:mm", locale)
        .format(Instant.parse(instant).atZone(ZoneId.of(draft.zone())));
  }

  private static String date(String instant, Draft draft, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(Instant.parse(instant).atZone(ZoneId.of(draft.zone())));
  }

  /** The word for a code; bundles name it by what it is and the code. */
  private String word(String kind, Draft draft, Locale locale) {
    return say(kind + "." + draft.get(kind), locale);
  }

  /** What comes from outside can't begin a line of its own, such as one of a mail's head. */
  private static Object onOneLine(Object argument) {
    return argument instanceof String text ? text.replaceAll("\\p{Cntrl}+", " ") : argument;
  }

  private String say(String key, Locale locale, Object... arguments) {
    return words.getMessage(key, Stream.of(arguments).map(Letters::onOneLine).toArray(), locale);
  }
}
