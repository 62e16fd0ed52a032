package io.amends.contracts.recovery;

import io.amends.contracts.Channel;
import io.amends.contracts.Origin;
import java.util.stream.Stream;

/**
 * How a guest responds to a failure, by what the guest does; nobody types it in. Who tells friends
 * is not seen from a hotel: a guest who came back dissatisfied counts as one who does.
 */
public enum ComplaintStyle {
  /** Says nothing: staff or a system noticed it. */
  PASSIVE,
  /** Tells the hotel, the best friend it has. */
  VOICER,
  /** Was let down again; whether this guest switches depends on the handling. */
  IRATE,
  /** Tells everybody, third parties too. */
  ACTIVIST,
  /** The same, again after it was made good. */
  TERRORIST;

  /** From what was told and what failed since. */
  public static ComplaintStyle of(CaseFacts facts, Situation now, SameMatter same) {
    boolean again = now.doubleDeviations().contains(DoubleDeviation.REOPENED);
    if (now.open() || isAuthority(facts, same)) {
      long shouts =
          Stream.concat(Stream.of(facts.open()), same.joined().stream().map(JoinedReport::open))
              .filter(Boolean::booleanValue)
              .count();
      return again && shouts > 1 ? TERRORIST : ACTIVIST;
    }
    if (again) {
      return IRATE;
    }
    return Stream.concat(
                Stream.of(facts.origin()), same.joined().stream().map(JoinedReport::origin))
            .allMatch(origin -> origin == Origin.STAFF || origin == Origin.SYSTEM_DETECTED)
        ? PASSIVE
        : VOICER;
  }

  private static boolean isAuthority(CaseFacts facts, SameMatter same) {
    return Stream.concat(
            Stream.of(facts.channel()), same.joined().stream().map(JoinedReport::channel))
        .anyMatch(channel -> channel == Channel.THIRD_PARTY_AUTHORITY);
  }
}
