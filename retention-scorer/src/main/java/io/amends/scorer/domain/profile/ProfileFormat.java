package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.statistics.StatisticsFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a profile lies in a store: one byte of format, what has been settled to, the facts that are
 * still young, and last the statistics in their own format.
 */
public final class ProfileFormat {

  private static final int CURRENT = 1;

  private ProfileFormat() {}

  public static byte[] write(GuestProfile profile) {
    Packer out = new Packer();
    write(profile, out);
    return out.packed();
  }

  public static void write(GuestProfile profile, Packer out) {
    out.octet(CURRENT).moment(profile.settledTo(), Instant.EPOCH).count(profile.recent().size());
    profile.recent().forEach(fact -> FactFormat.write(fact, out));
    StatisticsFormat.write(profile.settled(), out);
  }

  /**
   * Reads what was stored.
   *
   * @throws IllegalStateException if the format is unknown or bytes are missing
   */
  public static GuestProfile read(byte[] stored) {
    return read(new Unpacker(stored));
  }

  /** Reads on, to the end of what this release knows: a later one may have added to it. */
  public static GuestProfile read(Unpacker in) {
    int format = in.octet();
    if (format != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(format, CURRENT));
    }
    Instant settledTo = in.moment(Instant.EPOCH);
    List<GuestFact> recent = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      recent.add(FactFormat.read(in));
    }
    Statistics settled = StatisticsFormat.read(in);
    return new GuestProfile(settled, recent, settledTo);
  }
}
