package io.amends.scorer.world;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.world.World.End;
import java.time.Duration;
import java.time.Instant;
import org.hipparchus.random.RandomDataGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An observer who sees no more than the hotel but knows the parameters of the world: as good as any
 * model can be. Only for worlds whose pace is gamma distributed.
 */
public final class Oracle {

  private final World world;
  private final double reach;
  private final double horizonWeeks;

  public Oracle(World world, Duration horizon) {
    this.world = world;
    this.horizonWeeks = horizon.toDays() / 7.0;
    RandomDataGenerator random = new RandomDataGenerator(7);
    double sum = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double lead = Math.min(300, random.nextLogNormal(Math.log(world.leadDays), 1));
      double wait = lead + 1 + random.nextPoisson(1);
      sum += Math.max(0, horizonWeeks - wait / 7);
    }
    this.reach = (1 - world.cancelled) * (1 - world.missed) * sum / draws;
  }

  public double noStay(Statistics guest, Instant cut) {
    double now = guest.clock().secondsAt(cut) / 604_800.0;
    double pace = world.r + guest.arrivals().repeats();
    double silent = Math.pow((world.alphaWeeks() + now) / (world.alphaWeeks() + now + reach), pace);
    if (guest.nextArrivalAt(cut).isPresent()) {
      return booked(guest.nextArrivalAt(cut).get(), cut, silent);
    }
    return 1 - (1 - gone(guest, cut)) * (1 - silent);
  }

  /** Whether the guest has left for good. */
  public double gone(Statistics guest, Instant cut) {
    if (guest.nextArrivalAt(cut).isPresent()) {
      return 0;
    }
    double now = guest.clock().secondsAt(cut) / 604_800.0;
    double pace = world.r + guest.arrivals().repeats();
    double decided = guest.open().isEmpty() ? guest.decision().clockSeconds() / 604_800.0 : now;
    double survival = survival(guest, cut);
    double longer = Math.pow((world.alphaWeeks() + now) / (world.alphaWeeks() + decided), pace);
    return (1 - survival) * longer / (survival + (1 - survival) * longer);
  }

  private double survival(Statistics guest, Instant cut) {
    int survived = guest.arrivals().survived();
    if (guest.decision().state() == Decision.State.AFTER_CANCELLATION) {
      return 1 - world.leavesOnCancelling;
    }
    double stays = (world.b + survived) / (world.a + world.b + survived);
    return stays * kept(guest.episode(), cut);
  }

  private double booked(OpenBooking booking, Instant cut, double silent) {
    double lead = Duration.between(booking.madeAt(), booking.plannedArrival()).toSeconds();
    double passed = Duration.between(booking.madeAt(), cut).toSeconds();
    double elapsed = lead > 0 ? Math.clamp(passed / lead, 0, 1) : 1;
    double stillCancelled = world.cancelled * (1 - elapsed) / (1 - world.cancelled * elapsed);
    double falls = stillCancelled + (1 - stillCancelled) * world.missed;
    boolean inTime =
        booking.plannedDeparture().isBefore(cut.plusSeconds((long) (horizonWeeks * 604_800)));
    return inTime ? falls * silent : 1 - falls * (1 - silent);
  }

  private double kept(Episode seen, Instant cut) {
    if (!seen.complaints().isEmpty()) {
      return complained(seen.complaints().getFirst(), cut);
    }
    SilentFailure failure = seen.silent();
    if (failure != null) {
      return world.kept(failure.severity(), End.SILENT);
    }
    double unseen = world.failing * (1 - world.complaining) * (1 - world.detected);
    Integer score = seen.impression().survey();
    double none = (1 - world.failing) * answers(score, World.CONTENT);
    double major = unseen * world.major * answers(score, World.MAJOR);
    double minor = unseen * (1 - world.major) * answers(score, World.MINOR);
    return (none
            + major * world.kept(Severity.MAJOR, End.SILENT)
            + minor * world.kept(Severity.MINOR, End.SILENT))
        / (none + major + minor);
  }

  private double complained(Complaint complaint, Instant cut) {
    Severity severity = complaint.severity();
    if (complaint.resolution() != null) {
      Duration took = Duration.between(complaint.madeAt(), complaint.resolution().at());
      boolean quick = took.compareTo(Duration.ofDays(1)) < 0;
      return world.kept(severity, quick ? End.QUICKLY : End.AT_LAST);
    }
    double days = Duration.between(complaint.madeAt(), cut).toSeconds() / 86_400.0;
    double quickly = World.QUICK * Math.clamp(1 - (days * 24 - 0.2) / 19.8, 0, 1);
    double atLast = World.AT_LAST * Math.exp(-Math.max(0, days - 1.1) / World.SLOW_DAYS);
    double never = 1 - World.QUICK - World.AT_LAST;
    return (quickly * world.kept(severity, End.QUICKLY)
            + atLast * world.kept(severity, End.AT_LAST)
            + never * world.kept(severity, End.NEVER))
        / (quickly + atLast + never);
  }

  /** How likely a mood is to give this answer; the bell's height will do for whole points. */
  private static double answers(@Nullable Integer score, double[] mood) {
    if (score == null) {
      return 1;
    }
    double off = (score - mood[0]) / mood[1];
    return Math.exp(-off * off / 2) / mood[1];
  }
}
