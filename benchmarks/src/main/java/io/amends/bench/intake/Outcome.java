package io.amends.bench.intake;

import java.util.Map;

/**
 * What came of a load.
 *
 * @param accepted a second, of the counted ones
 * @param acceptedInAll with those that were not counted
 * @param answers how many, by HTTP status
 * @param unanswered requests to which nobody said anything
 * @param p50 milliseconds from when a request was due to its answer, whenever it could be sent
 * @param p99 the same
 * @param elsewhere the longest that another endpoint took meanwhile, in milliseconds; of the
 *     counted seconds
 */
record Outcome(
    double accepted,
    long acceptedInAll,
    Map<Integer, Long> answers,
    long unanswered,
    double p50,
    double p99,
    double elsewhere) {

  static final int ACCEPTED = 202;

  Outcome {
    answers = Map.copyOf(answers);
  }

  /** Answers that are neither a yes nor one of the ways to say no. */
  long notTold() {
    return unanswered
        + answers.entrySet().stream()
            .filter(each -> each.getKey() != ACCEPTED)
            .filter(each -> each.getKey() != 503 && each.getKey() != 429)
            .mapToLong(Map.Entry::getValue)
            .sum();
  }

  long refused() {
    return answers.getOrDefault(503, 0L) + answers.getOrDefault(429, 0L);
  }
}
