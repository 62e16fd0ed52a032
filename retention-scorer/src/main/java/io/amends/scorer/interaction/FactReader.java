package io.amends.scorer.interaction;

import io.amends.contracts.Money;
import io.amends.kit.events.Rfc3339;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Translates interactions into facts; the only class that knows the kinds by name. */
public final class FactReader {

  /** An unknown currency is an unknown value. */
  private static final Map<String, Currency> CURRENCIES =
      Currency.availableCurrencies()
          .collect(Collectors.toMap(Currency::getCurrencyCode, currency -> currency));

  private static final Pattern TOP =
      Pattern.compile("PLATIN|DIAMOND|TITAN|BLACK|AMBASSADOR|VIP|ELITE");

  private FactReader() {}

  /**
   * The fact that an interaction tells; empty if it tells the scorer nothing.
   *
   * @throws IllegalArgumentException if a field is missing or makes no sense
   * @throws java.time.DateTimeException if a date or time makes no sense
   */
  public static Optional<GuestFact> fact(Interaction line) {
    Instant at = moment(required(line, "occurredAt"));
    return Optional.ofNullable(
        switch (required(line, "kind")) {
          case "BOOKING_MADE" -> booking(line, at);
          case "BOOKING_CANCELLED" -> new GuestFact.BookingCancelled(at, stay(line));
          case "NO_SHOW" -> new GuestFact.NoShow(at, stay(line));
          case "CHECKED_IN" -> new GuestFact.CheckedIn(at, optionalStay(line));
          case "STAY_CHANGED" -> changed(line, at);
          case "STAY_COMPLETED" ->
              new GuestFact.StayCompleted(
                  at, optionalStay(line), number(line, "nights", 1), spend(line));
          case "FAILURE_DETECTED" -> new GuestFact.FailureDetected(at, severity(line));
          case "COMPLAINT_MADE" ->
              new GuestFact.ComplaintMade(at, complaint(line), severity(line), voice(line));
          case "COMPLAINT_RESOLVED" ->
              new GuestFact.ComplaintResolved(
                  at, complaint(line), scale(line, "satisfaction", 1, 5));
          case "SURVEY_ANSWERED" ->
              new GuestFact.SurveyAnswered(at, scale(line, "score", 0, 10), justices(line));
          case "REVIEW_PUBLISHED" -> review(line, at);
          case "LOYALTY_CHANGED" -> new GuestFact.LoyaltyChanged(at, level(line.get("tier")));
          case "MESSAGE_OPENED" -> new GuestFact.Signalled(at, Signal.MESSAGE_OPENED);
          case "REFERRAL_MADE" -> new GuestFact.Signalled(at, Signal.REFERRED_A_FRIEND);
          case "CONTACT_MADE", "SERVICE_USED" -> contact(line, at);
          case "CONSENT_CHANGED" -> consent(line, at);
          default -> null;
        });
  }

  private static Instant moment(String text) {
    Instant plain = Rfc3339.utc(text);
    return plain == null ? OffsetDateTime.parse(text).toInstant() : plain;
  }

  /** Whether it names an amount in a currency that does not exist. */
  public static boolean isInUnknownCurrency(Interaction line) {
    String currency = line.get("spend.currency");
    return currency != null && !CURRENCIES.containsKey(currency);
  }

  private static GuestFact booking(Interaction line, Instant at) {
    String arrival = line.get("arrivalDate");
    LocalDate date =
        arrival == null ? at.atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(arrival);
    return new GuestFact.BookingMade(at, stay(line), date, number(line, "nights", 1));
  }

  private static @Nullable GuestFact changed(Interaction line, Instant at) {
    String departure = line.get("departureAt");
    return departure == null
        ? null
        : new GuestFact.StayChanged(
            at, optionalStay(line), OffsetDateTime.parse(departure).toLocalDate());
  }

  private static @Nullable GuestFact review(Interaction line, Instant at) {
    Integer score = scale(line, "score", 0, 10);
    return score == null ? null : new GuestFact.ReviewPublished(at, score);
  }

  private static @Nullable GuestFact contact(Interaction line, Instant at) {
    if (line.is("polarity", "NEGATIVE")) {
      return new GuestFact.Signalled(at, Signal.BAD_CONTACT);
    }
    return line.is("polarity", "POSITIVE")
        ? new GuestFact.Signalled(at, Signal.GOOD_CONTACT)
        : null;
  }

  private static @Nullable GuestFact consent(Interaction line, Instant at) {
    boolean leaves =
        line.is("purpose", "MARKETING")
            && (line.is("state", "REVOKED") || line.is("state", "DENIED"));
    return leaves ? new GuestFact.Signalled(at, Signal.UNSUBSCRIBED) : null;
  }

  private static Reference stay(Interaction line) {
    Reference stay = optionalStay(line);
    if (stay == null) {
      throw new IllegalArgumentException("bookingId: none (expected: one)");
    }
    return stay;
  }

  private static @Nullable Reference optionalStay(Interaction line) {
    String id = line.first("bookingId", "stayId");
    return id == null ? null : Reference.of(id);
  }

  /** A history that names no complaints has one at a time. */
  private static Reference complaint(Interaction line) {
    String id = line.first("complaintId", "caseId");
    return Reference.of(id == null ? "" : id);
  }

  /** Unknown is minor: a missing word must not make a guest look lost. */
  private static Severity severity(Interaction line) {
    String severity = line.get("severity");
    return severity == null ? Severity.MINOR : Severity.valueOf(severity);
  }

  private static Voice voice(Interaction line) {
    boolean open =
        line.is("public", "true")
            || line.is("channel", "REVIEW_SITE")
            || line.is("channel", "SOCIAL_MEDIA");
    return open ? Voice.IN_PUBLIC : Voice.GUEST;
  }

  private static Justices justices(Interaction line) {
    return new Justices(
        scale(line, "outcomeJustice", 1, 5),
        scale(line, "proceduralJustice", 1, 5),
        scale(line, "interactionalJustice", 1, 5));
  }

  private static @Nullable Money spend(Interaction line) {
    String units = line.get("spend.minorUnits");
    String currency = line.get("spend.currency");
    return units == null || currency == null || !CURRENCIES.containsKey(currency)
        ? null
        : new Money(Long.parseLong(units), CURRENCIES.get(currency));
  }

  /** Chains name their levels as they like; these are the usual words for how high they are. */
  public static LoyaltyLevel level(@Nullable String tier) {
    String name = tier == null ? "" : tier.toUpperCase(Locale.ROOT);
    if (TOP.matcher(name).find()) {
      return LoyaltyLevel.TOP;
    }
    if (name.contains("GOLD")) {
      return LoyaltyLevel.GOLD;
    }
    if (name.contains("SILVER")) {
      return LoyaltyLevel.SILVER;
    }
    return name.isEmpty() || name.equals("NONE") ? LoyaltyLevel.NONE : LoyaltyLevel.MEMBER;
  }

  private static int number(Interaction line, String name, int otherwise) {
    String value = line.get(name);
    return value == null ? otherwise : (int) Math.clamp(Double.parseDouble(value), 0, 10_000);
  }

  /** An answer on a scale; null if there is none, or one that is not on it. */
  private static @Nullable Integer scale(Interaction line, String name, int from, int to) {
    String value = line.get(name);
    if (value == null) {
      return null;
    }
    long rounded = Math.round(Double.parseDouble(value));
    return rounded < from || rounded > to ? null : (int) rounded;
  }

  private static String required(Interaction line, String name) {
    String value = line.get(name);
    if (value == null) {
      throw new IllegalArgumentException("%s: none (expected: one)".formatted(name));
    }
    return value;
  }
}
