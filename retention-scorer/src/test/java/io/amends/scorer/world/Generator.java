package io.amends.scorer.world;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.world.World.End;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** Lives the lives of a world's guests, the same for the same seed. */
public final class Generator {

  public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private static final Currency EUR = Currency.getInstance("EUR");

  private final World world;
  private final RandomDataGenerator random;

  private Generator(World world, long seed) {
    this.world = world;
    this.random = new RandomDataGenerator(seed);
  }

  public static List<Life> lives(World world, long seed) {
    Generator generator = new Generator(world, seed);
    List<Life> lives = new ArrayList<>();
    for (int guest = 0; guest < world.guests; guest++) {
      lives.add(generator.new Living("G-%05d".formatted(guest)).lived());
    }
    return lives;
  }

  /** One guest while the guest lives; times are days since {@link #START}. */
  private final class Living {

    private final String guest;
    private final List<GuestFact> facts = new ArrayList<>();
    private final List<Double> stays = new ArrayList<>();
    private final double perDay = pace();
    private final double readiness = random.nextBeta(world.a, world.b);
    private LoyaltyLevel level = LoyaltyLevel.NONE;
    private int numbers;

    Living(String guest) {
      this.guest = guest;
    }

    Life lived() {
      double now = random.nextUniform(0, world.days);
      boolean stays = true;
      while (stays && now < world.days) {
        Instant asked = at(now);
        double lead = Math.min(300, random.nextLogNormal(Math.log(world.leadDays), 1));
        int nights = 1 + random.nextPoisson(1);
        Reference booking = Reference.of(guest + "-" + numbers++);
        Instant arrival =
            asked
                .plusSeconds((long) (lead * 86_400))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(LocalTime.of(15, 0))
                .toInstant(ZoneOffset.UTC);
        if (arrival.isBefore(asked)) {
          arrival = asked;
        }
        facts.add(
            new BookingMade(asked, booking, arrival.atZone(ZoneOffset.UTC).toLocalDate(), nights));
        if (chance(world.cancelled)) {
          double share = random.nextUniform(0, 1);
          now = days(asked) + share * (days(arrival) - days(asked));
          facts.add(new BookingCancelled(at(now), booking));
          stays = !chance(world.leavesOnCancelling);
        } else if (chance(world.missed)) {
          now = days(arrival) + 0.5;
          facts.add(new NoShow(at(now), booking));
        } else {
          now = days(arrival) + nights - 0.2;
          stays = chance((1 - readiness) * stay(booking, arrival, nights));
        }
        if (stays) {
          now += random.nextExponential(1 / perDay);
        }
      }
      facts.sort(Comparator.comparing(GuestFact::at));
      Instant end = at(world.days);
      List<GuestFact> seen = facts.stream().filter(fact -> fact.at().isBefore(end)).toList();
      return new Life(guest, seen, stays || now >= world.days ? null : at(now));
    }

    /** The share of guests that this stay keeps. */
    private double stay(Reference booking, Instant arrival, int nights) {
      Instant departure = at(days(arrival) + nights - 0.2);
      facts.add(new CheckedIn(arrival, booking));
      double kept = 1;
      double[] mood = World.CONTENT;
      if (chance(world.failing)) {
        Severity severity = chance(world.major) ? Severity.MAJOR : Severity.MINOR;
        mood = severity == Severity.MAJOR ? World.MAJOR : World.MINOR;
        Instant failed = at(days(arrival) + random.nextUniform(0, nights - 0.3));
        kept = world.kept(severity, failure(booking, severity, failed, departure));
      }
      facts.add(new StayCompleted(departure, booking, nights, new Money(12_000L * nights, EUR)));
      if (chance(World.ANSWERING)) {
        double answer = random.nextNormal(mood[0], mood[1]);
        int score = Math.clamp(Math.round(answer), 0, 10);
        Instant when = departure.plus(Duration.ofDays(2));
        facts.add(new SurveyAnswered(when, score, Justices.NOT_ASKED));
      }
      level(departure);
      return kept;
    }

    private End failure(Reference stay, Severity severity, Instant failed, Instant departure) {
      if (!chance(world.complaining)) {
        if (chance(world.detected)) {
          facts.add(new FailureDetected(failed, severity));
        }
        return End.SILENT;
      }
      Instant made = chance(0.7) ? failed : departure.plus(Duration.ofDays(1));
      Reference complaint = new Reference(stay.bits() + 1);
      facts.add(new ComplaintMade(made, complaint, severity, Voice.GUEST));
      double ends = random.nextUniform(0, 1);
      if (ends < World.QUICK) {
        double hours = random.nextUniform(0.2, 20);
        resolved(made.plusSeconds((long) (hours * 3_600)), complaint, 4.4);
        return End.QUICKLY;
      }
      if (ends < World.QUICK + World.AT_LAST) {
        double days = 1.1 + random.nextExponential(World.SLOW_DAYS);
        resolved(made.plusSeconds((long) (days * 86_400)), complaint, 3.4);
        return End.AT_LAST;
      }
      return End.NEVER;
    }

    private void resolved(Instant at, Reference complaint, double meant) {
      int satisfaction = Math.clamp(Math.round(random.nextNormal(meant, 0.7)), 1, 5);
      facts.add(new ComplaintResolved(at, complaint, chance(0.6) ? satisfaction : null));
    }

    private void level(Instant departure) {
      double today = days(departure);
      stays.add(today);
      stays.removeIf(past -> past < today - 365);
      LoyaltyLevel earned =
          stays.size() >= 8
              ? LoyaltyLevel.TOP
              : stays.size() >= 5
                  ? LoyaltyLevel.GOLD
                  : stays.size() >= 2 ? LoyaltyLevel.SILVER : LoyaltyLevel.MEMBER;
      if (earned != level) {
        level = earned;
        facts.add(new LoyaltyChanged(departure, earned));
      }
    }

    private double pace() {
      if (world.segments) {
        double median = chance(0.25) ? 9 : 1.2;
        return Math.exp(random.nextNormal(Math.log(median / 365), 0.6));
      }
      return Math.max(1e-9, random.nextGamma(world.r, world.yearly / 365 / world.r));
    }
  }

  private boolean chance(double share) {
    return random.nextUniform(0, 1) < share;
  }

  static Instant at(double days) {
    return START.plusSeconds((long) (days * 86_400));
  }

  private static double days(Instant at) {
    return Duration.between(START, at).toSeconds() / 86_400.0;
  }
}
