package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.profile.ProfileFormat;
import io.amends.scorer.domain.score.Crossings.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a guest lies in the store: one byte of format, what was told, the last failure, the wake-up,
 * and last the profile in its own format.
 */
public final class WatchFormat {

  private static final int CURRENT = 1;
  private static final double DIGITS = 1_000;

  private WatchFormat() {}

  public static byte[] write(WatchedGuest guest) {
    Packer out = new Packer().octet(CURRENT);
    write(guest.told(), out);
    write(guest.lastFailure(), out);
    Instant wakeAt = guest.wakeAt();
    out.octet(wakeAt == null ? 0 : 1);
    if (wakeAt != null) {
      out.moment(wakeAt, Instant.EPOCH);
    }
    for (byte one : ProfileFormat.write(guest.profile())) {
      out.octet(one & 0xFF);
    }
    return out.packed();
  }

  /**
   * Reads what was stored; nothing is a guest whom nobody has heard of.
   *
   * @throws IllegalStateException if the format is unknown or bytes are missing
   */
  public static WatchedGuest read(byte @Nullable [] stored) {
    if (stored == null) {
      return WatchedGuest.NEW;
    }
    Unpacker in = new Unpacker(stored);
    int format = in.octet();
    if (format != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(format, CURRENT));
    }
    LastTold told = told(in);
    LastFailure failure = failure(in);
    Instant wakeAt = in.octet() == 0 ? null : in.moment(Instant.EPOCH);
    return new WatchedGuest(ProfileFormat.read(in.rest()), told, failure, wakeAt);
  }

  private static void write(@Nullable LastTold told, Packer out) {
    out.octet(told == null ? 0 : 1);
    if (told != null) {
      out.choice(told.standing().band())
          .octet(told.standing().gone() ? 1 : 0)
          .count(Math.round(told.noStay() * DIGITS))
          .text(told.model());
    }
  }

  private static @Nullable LastTold told(Unpacker in) {
    if (in.octet() == 0) {
      return null;
    }
    Standing standing = new Standing(in.choice(Band.values()), in.octet() == 1);
    return new LastTold(standing, in.count() / DIGITS, in.text());
  }

  private static void write(@Nullable LastFailure failure, Packer out) {
    out.octet(failure == null ? 0 : 1);
    if (failure != null) {
      out.choice(failure.type()).text(failure.propertyId().value()).text(failure.caseId().value());
    }
  }

  private static @Nullable LastFailure failure(Unpacker in) {
    if (in.octet() == 0) {
      return null;
    }
    FailureType type = in.choice(FailureType.values());
    return new LastFailure(new PropertyId(in.text()), new CaseId(in.text()), type);
  }
}
