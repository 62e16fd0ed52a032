package io.amends.scorer.world;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.ReviewPublished;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.StayChanged;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.fact.Reference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lives as a hotel's systems would tell them: one interaction a line. */
public final class Ndjson {

  private Ndjson() {}

  /** Writes a file, all guests through each other as they are in life. */
  public static void write(List<Life> lives, Path file) throws IOException {
    record Line(Life life, GuestFact fact) {}
    List<Line> lines =
        lives.stream()
            .flatMap(life -> life.facts().stream().map(fact -> new Line(life, fact)))
            .sorted((one, other) -> one.fact().at().compareTo(other.fact().at()))
            .toList();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Line line : lines) {
        out.write(
            "{\"guestId\":\"%s\",\"propertyId\":\"SHA-BUND\",\"occurredAt\":\"%s\",%s}\n"
                .formatted(line.life().guest(), line.fact().at(), own(line.fact())));
      }
    }
  }

  private static String own(GuestFact fact) {
    return switch (fact) {
      case BookingMade f ->
          "\"kind\":\"BOOKING_MADE\",\"bookingId\":\"%s\",\"arrivalDate\":\"%s\",\"nights\":%d"
              .formatted(id(f.booking()), f.arrival(), f.nights());
      case BookingCancelled f ->
          "\"kind\":\"BOOKING_CANCELLED\",\"bookingId\":\"%s\"".formatted(id(f.booking()));
      case NoShow f -> "\"kind\":\"NO_SHOW\",\"bookingId\":\"%s\"".formatted(id(f.booking()));
      case CheckedIn f -> "\"kind\":\"CHECKED_IN\",\"bookingId\":\"%s\"".formatted(id(f.stay()));
      case StayChanged _ -> "\"kind\":\"STAY_CHANGED\"";
      case StayCompleted f ->
          ("\"kind\":\"STAY_COMPLETED\",\"bookingId\":\"%s\",\"nights\":%d,"
                  + "\"spend\":{\"minorUnits\":%d,\"currency\":\"EUR\"}")
              .formatted(id(f.stay()), f.nights(), f.spend() == null ? 0 : f.spend().minorUnits());
      case FailureDetected f ->
          "\"kind\":\"FAILURE_DETECTED\",\"severity\":\"%s\"".formatted(f.severity());
      case ComplaintMade f ->
          "\"kind\":\"COMPLAINT_MADE\",\"complaintId\":\"%s\",\"severity\":\"%s\""
              .formatted(id(f.complaint()), f.severity());
      case ComplaintResolved f ->
          "\"kind\":\"COMPLAINT_RESOLVED\",\"complaintId\":\"%s\"%s"
              .formatted(
                  id(f.complaint()),
                  f.satisfaction() == null ? "" : ",\"satisfaction\":" + f.satisfaction());
      case SurveyAnswered f -> "\"kind\":\"SURVEY_ANSWERED\",\"score\":%d".formatted(f.score());
      case ReviewPublished f -> "\"kind\":\"REVIEW_PUBLISHED\",\"score\":%d".formatted(f.score());
      case LoyaltyChanged f -> "\"kind\":\"LOYALTY_CHANGED\",\"tier\":\"%s\"".formatted(f.level());
      case Signalled _ -> "\"kind\":\"MESSAGE_OPENED\"";
      case TierEntered _, RecoveryFailed _, ComplaintMerged _ ->
          throw new IllegalArgumentException(
              "fact: %s (expected: one of a history)".formatted(fact));
    };
  }

  private static String id(@Nullable Reference reference) {
    return reference == null ? "" : "R" + Integer.toHexString(reference.bits());
  }
}
