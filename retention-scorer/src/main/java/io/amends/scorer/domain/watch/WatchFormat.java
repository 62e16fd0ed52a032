package io.amends.scorer.domain.watch;

import io.amends.contracts.GuestId;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.profile.ProfileFormat;
import io.amends.scorer.domain.score.Crossings.Standing;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a guest lies in the store: one byte of format, what was told, what is remembered, the
 * wake-up, and last the profile in its own format. Format 1 remembered the last failure alone, and
 * not when it was.
 */
public final class WatchFormat {

  private static final int CURRENT = 2;
  private static final int FIRST = 1;

  /** In place of a format: nothing is kept here but to which id this one was joined. */
  private static final int MOVED = 'M';

  private static final double DIGITS = 1_000;

  private WatchFormat() {}

  public static byte[] write(WatchedGuest guest) {
    Packer out = new Packer().octet(CURRENT);
    write(guest.told(), out);
    MemoryFormat.write(guest.memory(), out);
    Instant wakeAt = guest.wakeAt();
    out.octet(wakeAt == null ? 0 : 1);
    if (wakeAt != null) {
      out.moment(wakeAt, Instant.EPOCH);
    }
    ProfileFormat.write(guest.profile(), out);
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
    int format = format(in);
    LastTold told = told(in);
    Memory memory = format == FIRST ? MemoryFormat.first(in) : MemoryFormat.read(in);
    Instant wakeAt = in.octet() == 0 ? null : in.moment(Instant.EPOCH);
    return new WatchedGuest(ProfileFormat.read(in), told, memory, wakeAt);
  }

  /** The row of an id that was joined to another. */
  public static byte[] moved(GuestId to) {
    return new Packer().octet(MOVED).text(to.value()).packed();
  }

  /** To which id this row's was joined; null if it was not. */
  public static @Nullable GuestId movedTo(byte @Nullable [] stored) {
    return stored == null || stored[0] != MOVED
        ? null
        : new GuestId(new Unpacker(Arrays.copyOfRange(stored, 1, stored.length)).text());
  }

  /** What was told of a guest last, without reading the rest; null if nothing was. */
  public static @Nullable LastTold told(byte[] stored) {
    if (stored[0] == MOVED) {
      return null;
    }
    Unpacker in = new Unpacker(stored);
    format(in);
    return told(in);
  }

  private static int format(Unpacker in) {
    int format = in.octet();
    if (format < FIRST || format > CURRENT) {
      throw new IllegalStateException(
          "format: %d (expected: %d to %d)".formatted(format, FIRST, CURRENT));
    }
    return format;
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
}
