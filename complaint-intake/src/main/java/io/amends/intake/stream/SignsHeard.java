package io.amends.intake.stream;

import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.intake.stream.DirectoryProcessor.Change;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.ExpiringKeys;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which signs of failures were heard of lately, and of which stays a case is known: the same opens
 * no other complaint for as long as the policy says, from the one that was let out: what is dropped
 * meanwhile makes it no longer.
 */
final class SignsHeard {

  private static final byte FORMAT = 1;

  private final ExpiringKeys directory;
  private final HotelClock clock;
  private final Duration kept;

  /**
   * Over the directory.
   *
   * @param kept how long it keeps a row, and so a case is known
   */
  SignsHeard(ExpiringKeys directory, HotelClock clock, Duration kept) {
    this.directory = directory;
    this.clock = clock;
    this.kept = kept;
  }

  /** Lets a complaint out, unless the same was heard of within the time. */
  Change hear(
      String key,
      Lookup question,
      ComplaintAccepted complaint,
      Duration quiet,
      EventHeaders event) {
    Instant at = complaint.detectedAt();
    if (at.isBefore(quietUntil(key))) {
      return Change.of(List.of());
    }
    return new Change(
        () -> keep(key, at.plus(quiet)),
        Publication.of(question.heard(), event.id(), event.asOrigin()));
  }

  /** A case is known of a stay. */
  Change learn(String key, CaseOfStay known) {
    Instant until = known.knownAt().plus(kept);
    return until.isAfter(quietUntil(key))
        ? new Change(() -> keep(key, until), List.of())
        : Change.of(List.of());
  }

  private Instant quietUntil(String key) {
    byte @Nullable [] row = directory.get(Keys.bytes(key));
    if (row == null) {
      return Instant.MIN;
    }
    if (row[0] != FORMAT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], FORMAT));
    }
    return Instant.ofEpochMilli(ByteBuffer.wrap(row, 1, Long.BYTES).getLong());
  }

  private void keep(String key, Instant until) {
    byte[] row =
        ByteBuffer.allocate(1 + Long.BYTES).put(FORMAT).putLong(until.toEpochMilli()).array();
    directory.put(Keys.bytes(key), clock.instant().toEpochMilli(), row);
  }
}
