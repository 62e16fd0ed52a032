package io.amends.local.demo;

import io.amends.contracts.Money;
import io.amends.contracts.Origin;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells in plain words what happens, each line with the hotel's own time in front. */
final class Teller {

  private static final String MARGIN = "                     ";

  private final Consumer<String> out;
  private final StoryClock clock;
  private final Map<String, CaseFacts> cases = new ConcurrentHashMap<>();
  private final Map<String, String> hotels = new ConcurrentHashMap<>();

  Teller(Consumer<String> out, StoryClock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Somebody does something now. */
  synchronized void say(String property, String words) {
    line(property, clock.now(), words);
  }

  /** A line that belongs to the one before. */
  synchronized void aside(String words) {
    out.accept(MARGIN + words);
  }

  /** Something happened to a case. */
  synchronized void tell(RecoveryEvent event) {
    String id = event.stamp().caseId().value();
    if (event instanceof CaseOpened opened) {
      cases.put(id, opened.facts());
      hotels.put(event.stamp().guestId().value(), opened.facts().place().propertyId().value());
    }
    CaseFacts facts = cases.get(id);
    if (facts != null && HotelName.OF.containsKey(facts.place().propertyId().value())) {
      words(event, facts);
    }
  }

  private void words(RecoveryEvent event, CaseFacts facts) {
    String property = facts.place().propertyId().value();
    Instant at = event.stamp().occurredAt();
    switch (event) {
      case StaffAlerted alert ->
          line(property, at, "  -> alerted: " + word(alert.role()) + why(alert));
      case TierEntered entered ->
          line(
              property,
              at,
              "  now x%s: %s by the rule (an estimate). The %s owns it."
                  .formatted(
                      entered.tier().factor().toPlainString(),
                      money(entered.exposureMoney()),
                      word(entered.tier().owner())));
      case PromiseBroken broken ->
          line(property, at, "  a promise is broken: " + clockWord(broken));
      case MadeGood made -> madeGood(property, at, made, facts);
      case DuplicateSuggested twin ->
          line(property, at, "  this may be the same as what was told before: same " + alike(twin));
      case ReportJoined _ ->
          line(property, at, "  one case from now on; what was heard first is what counts.");
      case RecoveryEvent.OfCourse _,
          RecoveryEvent.OfCare _,
          RecoveryEvent.OfPromises _,
          RecoveryEvent.AlertWithheld _,
          RecoveryEvent.AlertHeld _,
          RecoveryEvent.OfRemedies _ -> {
        // told by whoever did it
      }
    }
  }

  private void madeGood(String property, Instant at, MadeGood made, CaseFacts facts) {
    String silent = facts.origin() == Origin.GUEST ? "" : "Nobody has complained. ";
    String cost = costs(made.tier());
    line(
        property,
        at,
        "%sMade good in %s. Cost %s.".formatted(silent, duration(made.minutes()), cost));
    line(
        property,
        at,
        "  %s by the rule%s (estimates)."
            .formatted(
                money(made.exposureMoney()),
                made.tier().compareTo(CostTier.NEXT_DAY) < 0
                    ? "; the next day it would have been " + money(made.nextDayExposureMoney())
                    : ""));
  }

  /** The guest's risk moved. What was known before a case was opened is no part of the story. */
  synchronized void risk(String guest, JsonNode risk) {
    String property = hotels.get(guest);
    if (property != null) {
      line(property, clock.now(), RiskLine.headline(risk));
      RiskLine.reasons(risk).forEach(this::aside);
    }
  }

  /** A mail went out to the guest. */
  synchronized void mail(Sent sent, String subject, String firstLines, String where) {
    String property =
        sent.message().propertyId() == null ? "" : sent.message().propertyId().value();
    if (HotelName.OF.containsKey(property)) {
      line(property, sent.at(), "  the guest gets a mail: " + subject);
      firstLines.lines().limit(3).map(text -> "    | " + text).forEach(this::aside);
      aside("    open it at " + where);
    }
  }

  private void line(String property, Instant at, String words) {
    HotelName hotel = HotelName.OF.get(property);
    out.accept((hotel == null ? property : hotel.at(at)) + "  " + words);
  }

  private static String why(StaffAlerted alert) {
    AlertStep first = alert.reasons().getFirst();
    return switch (first.cause()) {
      case NOBODY_HAS_ACKNOWLEDGED -> ", nobody has it yet";
      case PROMISE_BROKEN -> ", a promise was broken";
      case OWNER_NAMED -> ", who owns it from now on";
      case DOUBLE_DEVIATION -> ", it has failed a second time";
      case PAUSE_ENDED -> ", the clocks run again";
      case APPROVAL_ASKED -> ", a colleague asks for approval";
      case REMEDY_DECLINED -> ", what was asked for is not to be given";
    };
  }

  private static String alike(DuplicateSuggested twin) {
    return twin.suggested().alike().stream()
        .map(Teller::word)
        .collect(Collectors.joining(", same "));
  }

  private static String clockWord(PromiseBroken broken) {
    return switch (broken.clock()) {
      case ACKNOWLEDGE -> "nobody has told the guest \"I have it\"";
      case APOLOGISE -> "nobody has apologised";
      case FIX -> "it is not fixed";
      case BEFORE_DEPARTURE -> "it is not good and the guest leaves soon";
      case NEXT_UPDATE -> "the guest was not told how it goes";
      case DEPARTMENT_ACCEPTS -> "the department has not taken it";
      case FIRST_PUBLIC_ANSWER -> "what stands in public has no answer";
      case AUTHORITY_ANSWER -> "the authority has no answer";
      case APPROVAL -> "nobody has said yes or no to a colleague";
      case REMEDY_REACHES_GUEST -> "what was given has not reached the guest";
      case CHECK_BACK, FOLLOW_UP, FOLLOW_UP_ANSWER, PUBLIC_UNANSWERED -> "nobody has asked back";
    };
  }

  private static String costs(CostTier tier) {
    return switch (tier) {
      case ON_THE_SPOT -> "1";
      case SAME_DAY -> "3";
      case NEXT_DAY -> "10";
      case LATER -> "100";
    };
  }

  private static String duration(long minutes) {
    return minutes < 120 ? minutes + " minutes" : minutes / 60 + " hours";
  }

  private static String word(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String money(Money money) {
    NumberFormat number = NumberFormat.getIntegerInstance(Locale.UK);
    int digits = money.currency().getDefaultFractionDigits();
    return money.currency().getCurrencyCode()
        + " "
        + number.format(Math.round(money.minorUnits() / Math.pow(10, digits)));
  }
}
