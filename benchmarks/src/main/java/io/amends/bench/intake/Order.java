package io.amends.bench.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the process that makes the load is to do.
 *
 * @param address of the door, or of the broker
 * @param tokens of several callers, who take turns
 * @param run stands before every id, so that no two runs have the same
 * @param perSecond how many are due; 0: each connection sends as soon as it was answered
 * @param warmSeconds that are not counted
 * @param seconds that are
 * @param acknowledged where the ids of what was acknowledged are written; null: nowhere
 */
record Order(
    Way way,
    String address,
    List<String> tokens,
    String run,
    int connections,
    double perSecond,
    int warmSeconds,
    int seconds,
    @Nullable String acknowledged) {

  /** By which way complaints are sent. */
  enum Way {
    HTTP,
    /** Straight to a topic, with no handler before it. */
    PRODUCER
  }

  Order {
    tokens = List.copyOf(tokens);
  }
}
