package io.amends.scorer.http;

import io.amends.scorer.domain.score.Reason;
import io.amends.scorer.domain.score.Reason.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reasons in a sentence that a guest-relations manager understands. */
@Component
final class RiskWords {

  private final MessageSource words;

  RiskWords(MessageSource words) {
    this.words = words;
  }

  String of(Reason reason, Locale locale) {
    return switch (reason.code()) {
      case Code.PaceSoFar c -> say("PACE_SO_FAR", locale, c.stays(), c.repeats());
      case Code.Silence c -> say("SILENCE", locale, c.days());
      case Code.Booked c -> say("BOOKED", locale, day(c.arrival(), locale));
      case Code.Failed c -> say("FAILED", locale, word("severity", c.severity(), locale));
      case Code.NotMadeGood c ->
          say("NOT_MADE_GOOD", locale, day(c.since(), locale), word("tier", c.tier(), locale));
      case Code.NeverMadeGood c -> say("NEVER_MADE_GOOD", locale, day(c.since(), locale));
      case Code.MadeGood c -> say("MADE_GOOD", locale, word("delay", c.delay(), locale));
      case Code.Seen c -> say(said(c), locale, c.amount());
      case Code.HeldBack _ -> say("HELD_BACK", locale);
      case Code.NeverCame _ -> say("NEVER_CAME", locale);
    };
  }

  /** Points below a good answer, or above one: that is said in other words. */
  private static String said(Code.Seen seen) {
    return switch (seen.clue()) {
      case SURVEY_SCORE, REVIEW_SCORE, SATISFACTION, OUTCOME, PROCEDURE, COURTESY ->
          seen.amount() < 0 ? seen.clue().name() + ".good" : seen.clue().name();
      default -> seen.clue().name();
    };
  }

  private String say(String code, Locale locale, Object... parameters) {
    return words.getMessage("reason." + code, parameters, locale);
  }

  private String word(String kind, Enum<?> code, Locale locale) {
    return words.getMessage(kind + "." + code.name(), null, locale);
  }

  /** UTC, since a guest's score has no hotel. */
  private static String day(Instant when, Locale locale) {
    return day(when.atZone(ZoneOffset.UTC).toLocalDate(), locale);
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }
}
