package io.amends.desk.view;

import java.time.Instant;

/**
 * How far the view has read.
 *
 * @param real real time up to which it has read everything; the epoch if it never has
 * @param hotel the same as hotel time
 * @param caughtUp whether it had read everything when it last looked
 */
public record AsOf(Instant real, Instant hotel, boolean caughtUp) {

  /** Nothing was read yet. */
  public static final AsOf NEVER = new AsOf(Instant.EPOCH, Instant.EPOCH, false);
}
