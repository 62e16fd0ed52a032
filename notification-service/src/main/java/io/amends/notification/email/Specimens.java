package io.amends.notification.email;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Nights;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Severity;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.recovery.CasePolicy.Worth;
import io.amends.contracts.recovery.CostTier;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Receipt;
import io.amends.notification.domain.SurveyPlan;
import io.amends.notification.domain.morning.Arrival;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.Report;
import io.amends.notification.domain.offer.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One letter of each kind about a hotel, a guest and a case that nobody has: to look at before
 * anybody gets one. Its links lead to pages that know nothing of them.
 */
public final class Specimens {

  private static final String HOTEL = "Amends Specimen Hotel";
  private static final PropertyId PROPERTY = new PropertyId("SPECIMEN");
  private static final CaseId CASE = new CaseId("specimen");
  private static final Duration A_WHILE = Duration.ofMinutes(10);
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final Map<String, Purpose> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("alert", Purpose.STAFF_ALERT),
              Map.entry("warning", Purpose.STAFF_ALERT),
              Map.entry("call", Purpose.STAFF_ALERT),
              Map.entry("written-again", Purpose.STAFF_ALERT),
              Map.entry("morning", Purpose.STAFF_ALERT),
              Map.entry("received", Purpose.SERVICE),
              Map.entry("joined", Purpose.SERVICE),
              Map.entry("follow-up", Purpose.FOLLOW_UP),
              Map.entry("follow-up-noticed", Purpose.FOLLOW_UP),
              Map.entry("survey", Purpose.SURVEY),
              Map.entry("survey-in-stay", Purpose.SURVEY),
              Map.entry("survey-post-stay", Purpose.SURVEY),
              Map.entry("offer", Purpose.RETENTION_OFFER),
              Map.entry("offer-anyway", Purpose.RETENTION_OFFER)));

  private final DerivedCodes codes;
  private final HotelClock clock;

  public Specimens(DerivedCodes codes, HotelClock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /** Which letters there are, and for what somebody gets one. */
  public Map<String, Purpose> kinds() {
    return KINDS;
  }

  /**
   * One of them.
   *
   * @param locale of the reader, BCP 47
   * @return empty: there is no such letter
   */
  public Optional<Draft> of(String template, String locale) {
    Purpose purpose = KINDS.get(template);
    return purpose == null ? Optional.empty() : Optional.of(draft(template, purpose, locale));
  }

  private Draft draft(String template, Purpose purpose, String locale) {
    Instant now = clock.instant();
    Message message =
        new Message(
            "specimen/" + UUID.randomUUID(),
            new GuestId("SPECIMEN"),
            CASE,
            PROPERTY,
            purpose,
            "SPECIMEN",
            Via.EMAIL,
            purpose.toStaff() ? "specimen" : null,
            "specimen",
            now.minus(LONG_AGO)); // the link to act is no longer valid
    return new Draft(
        message,
        template,
        parameters(template, now),
        locale,
        "Europe/London",
        List.of(),
        purpose.offers() ? offer(now) : null,
        template.equals("morning") ? report(now) : null);
  }

  private static Map<String, String> parameters(String template, Instant now) {
    Map<String, String> all = new HashMap<>();
    all.put("property", HOTEL);
    all.put("hotelLocale", "en");
    all.put("issue", "NO_HOT_WATER");
    all.put("room", "1204");
    all.put("severity", Severity.MAJOR.name());
    all.put("origin", "GUEST");
    all.put("role", "DUTY_MANAGER");
    all.put("cause", "NOBODY_HAS_ACKNOWLEDGED");
    all.put("at", now.toString());
    all.put("detectedAt", now.minus(A_WHILE).toString());
    all.put("promise", "ACKNOWLEDGE");
    all.put("dueAt", now.plus(A_WHILE).toString());
    all.put("offer", "UPGRADE");
    all.put("validUntil", now.plus(Duration.ofDays(365)).toString());
    if (template.startsWith("survey")) {
      all.put(SurveyPlan.KIND, kind(template).name());
      all.put(SurveyPlan.ANSWER_BY, now.minus(LONG_AGO).toString()); // nobody answers for nobody
    } else {
      all.put(Receipt.TRACKS, CASE.value());
    }
    return all;
  }

  private static SurveyPlan.Kind kind(String template) {
    return switch (template) {
      case "survey-in-stay" -> SurveyPlan.Kind.IN_STAY;
      case "survey-post-stay" -> SurveyPlan.Kind.POST_STAY;
      default -> SurveyPlan.Kind.RECOVERY;
    };
  }

  private Offer offer(Instant now) {
    Nights quarter = Nights.of("0.25");
    return new Offer(
            "UPGRADE",
            "RETENTION_OFFER",
            new Worth(quarter, quarter),
            "RETENTION_OFFER/SPECIMEN/none",
            Nights.of("1"),
            BigDecimal.ONE,
            Nights.of("1"),
            Duration.ofDays(365),
            now.plus(Duration.ofDays(365)),
            Offer.Step.PROPOSED,
            null)
        .issued(codes.keyId());
  }

  private static Report report(Instant now) {
    CaseLine open = line(true, CostTier.NEXT_DAY, now.minus(Duration.ofHours(9)), null);
    CaseLine ended = line(false, CostTier.ON_THE_SPOT, now.minus(Duration.ofHours(20)), now);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Report(
        List.of(open),
        List.of(open),
        List.of(),
        List.of(new Arrival(new GuestId("SPECIMEN"), "B-1", PROPERTY, today, "PESTS")),
        List.of(ended));
  }

  private static CaseLine line(
      boolean open, CostTier tier, Instant since, @Nullable Instant endedAt) {
    return new CaseLine(
        CASE,
        1,
        open,
        "1204",
        "NO_HOT_WATER",
        Severity.MAJOR,
        tier,
        since,
        since.plus(Duration.ofHours(12)),
        false,
        Nights.of(open ? "4.0" : "0.40"),
        Nights.of("40"),
        Nights.of(open ? "0" : "0.10"),
        null,
        endedAt);
  }
}
