package io.amends.scorer;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts as tests tell them: times are days after the first of January 2026, noon UTC. */
public final class Told {

  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  public static final Currency CNY = Currency.getInstance("CNY");

  private Told() {}

  public static Instant day(double day) {
    return START.plusSeconds(Math.round(day * 86_400));
  }

  public static LocalDate date(double day) {
    return day(day).atZone(ZoneOffset.UTC).toLocalDate();
  }

  public static BookingMade booked(double day, String id, double arrival, int nights) {
    return new BookingMade(day(day), Reference.of(id), date(arrival), nights);
  }

  public static BookingCancelled cancelled(double day, String id) {
    return new BookingCancelled(day(day), Reference.of(id));
  }

  public static NoShow missed(double day, String id) {
    return new NoShow(day(day), Reference.of(id));
  }

  public static CheckedIn checkedIn(double day, @Nullable String id) {
    return new CheckedIn(day(day), id == null ? null : Reference.of(id));
  }

  public static StayCompleted stayed(double day, @Nullable String id) {
    return stayed(day, id, new Money(100_000, CNY));
  }

  public static StayCompleted stayed(double day, @Nullable String id, @Nullable Money spend) {
    return new StayCompleted(day(day), id == null ? null : Reference.of(id), 1, spend);
  }

  public static FailureDetected failed(double day, Severity severity) {
    return new FailureDetected(day(day), severity);
  }

  public static ComplaintMade complained(double day, String id, Severity severity) {
    return new ComplaintMade(day(day), Reference.of(id), severity, Voice.GUEST);
  }

  public static TierEntered tier(double day, String id, CostTier tier) {
    return new TierEntered(day(day), Reference.of(id), tier);
  }

  public static RecoveryFailed failedAgain(double day, String id) {
    return new RecoveryFailed(day(day), Reference.of(id));
  }

  public static ComplaintResolved resolved(double day, String id) {
    return resolved(day, id, null);
  }

  public static ComplaintResolved resolved(double day, String id, @Nullable Integer satisfaction) {
    return new ComplaintResolved(day(day), Reference.of(id), satisfaction);
  }

  public static SurveyAnswered answered(double day, int score) {
    return new SurveyAnswered(day(day), score, Justices.NOT_ASKED);
  }

  /** What is known of a guest of whom this was told, in order. */
  public static Statistics known(GuestFact... facts) {
    Statistics known = Statistics.NOTHING_KNOWN;
    for (GuestFact fact : facts) {
      known = StatisticsRules.fold(known, fact).after();
    }
    return known;
  }

  /** The profile of a guest of whom this was told, in whatever order. */
  public static GuestProfile profile(List<GuestFact> facts) {
    GuestProfile profile = GuestProfile.NEW;
    for (GuestFact fact : facts) {
      profile = ProfileRules.DEFAULT.evolve(profile, fact).profile();
    }
    return profile;
  }

  public static GuestProfile profile(GuestFact... facts) {
    return profile(List.of(facts));
  }

  public static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
