package io.amends.contracts.policy;

import io.amends.contracts.Flag;
import io.amends.contracts.Harm;
import io.amends.contracts.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How bad a failure counts.
 *
 * @param fromWorstHarm what the worst of the guest's three answers makes it
 * @param atLeast below which it never falls where a flag stands
 */
public record SeverityPolicy(
    Map<Harm.Degree, Severity> fromWorstHarm, Map<Flag, Severity> atLeast, RaisedBy raisedBy) {

  /** What raises it later. */
  public record RaisedBy(PublicAndUnanswered publicAndUnanswered) {

    /** How long in public without an answer. */
    public record PublicAndUnanswered(Duration after) {}
  }

  public SeverityPolicy {
    fromWorstHarm = Map.copyOf(fromWorstHarm);
    atLeast = Map.copyOf(atLeast);
  }

  /** What the catalogue proposes, raised by harm and flags; never lowered. */
  public Severity of(Severity proposed, @Nullable Harm harm, Set<Flag> flags) {
    Severity severity = proposed;
    if (harm != null) {
      severity =
          Stream.of(harm.money(), harm.time(), harm.feelings())
              .filter(Objects::nonNull)
              .map(degree -> fromWorstHarm.getOrDefault(degree, Severity.MINOR))
              .reduce(severity, Severity::atLeast);
    }
    for (Flag flag : flags) {
      severity = severity.atLeast(atLeast.getOrDefault(flag, Severity.MINOR));
    }
    return severity;
  }
}
