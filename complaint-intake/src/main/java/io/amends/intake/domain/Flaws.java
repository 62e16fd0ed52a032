package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with something, put together and put into words. */
public final class Flaws {

  /** A name as systems give them; whatever looks otherwise may be somebody's words. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/~-]{1,80}");

  private Flaws() {}

  /** What several checks found. */
  static List<Flaw> of(List<Optional<Flaw>> checks) {
    return checks.stream().flatMap(Optional::stream).toList();
  }

  /** A stranger's value as it may stand in a flaw: a name as it is, anything else by its length. */
  public static String named(String found) {
    return NAME.matcher(found).matches() ? found : "%d characters".formatted(found.length());
  }

  /** All of them as one reason. */
  public static String reason(List<Flaw> flaws) {
    return flaws.stream().map(Flaw::toString).collect(Collectors.joining("; "));
  }
}
