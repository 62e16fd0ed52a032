package io.amends.orchestrator.http;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.clock.Segment;
import io.amends.orchestrator.domain.Guidance;
import io.amends.orchestrator.domain.Readiness.Lack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a machine answers, in sentences that a person can read. */
@Component
class CaseWords {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final MessageSource words;

  CaseWords(MessageSource words) {
    this.words = words;
  }

  /** Why a promise is due when it is: what it is, what ran, was paused or skipped. */
  List<String> clock(
      ClockState promise, List<Segment> because, IanaZone zone, String policy, Locale locale) {
    List<String> sentences = new ArrayList<>();
    Instant dueAt = promise.dueAt();
    sentences.add(
        dueAt == null
            ? say(locale, "clock.standsStill", name(promise.clock(), locale), policy)
            : say(
                locale,
                "clock.due",
                name(promise.clock(), locale),
                day(zone, dueAt),
                day(zone, promise.time().start()),
                policy));
    because.forEach(segment -> sentences.add(segment(segment, zone, locale)));
    Instant ended = promise.at();
    if (ended != null) {
      sentences.add(say(locale, "clock.ended." + promise.result(), day(zone, ended)));
    }
    return sentences;
  }

  /** Whose leave is waited for, and that the guest does not wait with it. */
  String waits(
      Remedy remedy, Role asked, Instant since, Instant answerBy, IanaZone zone, Locale locale) {
    return say(
        locale,
        "approval.waits",
        money(remedy.grant().money()),
        say(locale, "role." + asked),
        day(zone, since),
        day(zone, answerBy));
  }

  private String segment(Segment segment, IanaZone zone, Locale locale) {
    String from = day(zone, segment.from());
    String to = day(zone, segment.to());
    String took = duration(Duration.between(segment.from(), segment.to()), locale);
    return switch (segment) {
      case Segment.Running _ -> say(locale, "segment.RUNNING", from, to, took);
      case Segment.Paused paused ->
          say(locale, "segment.PAUSED", from, to, took, reason(paused.reason(), locale));
      case Segment.Closed _ -> say(locale, "segment.CLOSED", from, to, took);
      case Segment.Holiday holiday ->
          say(locale, "segment.HOLIDAY", from, to, took, holiday.date().toString());
      case Segment.WallClockMoved moved ->
          say(
              locale,
              moved.now().isAfter(moved.was()) ? "segment.FORWARD" : "segment.BACK",
              hour(moved.was()),
              hour(moved.now()));
    };
  }

  /** What is to be done next, and what is said about money. */
  List<String> guidance(Guidance guidance, Locale locale) {
    List<String> sentences = new ArrayList<>();
    String playbook = guidance.playbook();
    if (playbook != null) {
      sentences.add(say(locale, "playbook." + playbook));
    }
    for (Guidance.Step step : guidance.steps()) {
      if (!step.done()) {
        String what = say(locale, "step." + step.what());
        sentences.add(
            step.by() == null
                ? what
                : say(locale, "step.by", what, say(locale, "role." + step.by())));
      }
    }
    sentences.add(
        guidance.moreMoney()
            ? say(
                locale,
                "guidance.band",
                money(guidance.floor()),
                money(guidance.usual()),
                money(guidance.ceiling()),
                guidance.choices())
            : say(locale, "guidance.noMoreMoney"));
    return sentences;
  }

  /** What a hotel lacks. */
  String lack(Lack lack, @Nullable Locale wanted) {
    Locale locale = wanted == null ? Locale.ENGLISH : wanted;
    return switch (lack) {
      case Lack.NoRoster _ -> say(locale, "lack.NO_ROSTER");
      case Lack.NobodyInRole(var role) ->
          say(locale, "lack.NOBODY_IN_ROLE", say(locale, "role." + role));
      case Lack.NoContact(var role) -> say(locale, "lack.NO_CONTACT", say(locale, "role." + role));
      case Lack.NobodyOnShift(var role, var from, var to) ->
          say(locale, "lack.NOBODY_ON_SHIFT", say(locale, "role." + role), hour(from), hour(to));
      case Lack.NoWords(var tag) -> say(locale, "lack.NO_WORDS", tag);
    };
  }

  private String name(Clock clock, Locale locale) {
    return say(locale, "clock." + clock);
  }

  /** A chain may have reasons of its own. */
  private String reason(String code, Locale locale) {
    return words.getMessage("pause." + code, null, code, locale) + "";
  }

  private String duration(Duration duration, Locale locale) {
    return say(locale, "duration", duration.toHours(), duration.toMinutesPart());
  }

  private static String money(io.amends.contracts.Money money) {
    return money.currency().getCurrencyCode()
        + " "
        + java.math.BigDecimal.valueOf(
                money.minorUnits(), money.currency().getDefaultFractionDigits())
            .toPlainString();
  }

  private static String day(IanaZone zone, Instant at) {
    return DAY_AND_HOUR.format(zone.wallClock(at));
  }

  private static String hour(LocalDateTime local) {
    return HOUR.format(local);
  }

  private static String hour(LocalTime local) {
    return HOUR.format(local);
  }

  private String say(Locale locale, String code, Object... parameters) {
    return words.getMessage(code, parameters, locale);
  }
}
