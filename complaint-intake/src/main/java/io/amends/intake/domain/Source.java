package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks through one topic, and how the chain has set it up.
 *
 * @param name as it stands in the topic's name
 * @param uri its {@code ce_source}; null: its name, alone or after : or /
 * @param guestIds how far its guest ids are good
 * @param tellsHistory whether it may say of an event that it is the past
 * @param verbs what it may report of a case
 */
public record Source(
    String name, @Nullable String uri, Scope guestIds, boolean tellsHistory, Set<String> verbs) {

  /** Our own edge: {@code http/<who called>}. */
  public static final String HTTP = "http";

  /** Mailboxes that we read ourselves. */
  public static final String MAIL = "mail";

  /** What may be reported of a case if nothing is set: that a job is done. */
  public static final Set<String> USUAL_VERBS = Set.of("FIX_DONE");

  private static final int LONGEST = 64;

  /** How far ids of guests are good. */
  public enum Scope {
    /** In the whole chain. */
    CHAIN,
    /** In that system alone: elsewhere its name stands before them. */
    SOURCE
  }

  public Source {
    verbs = Set.copyOf(verbs);
  }

  /** One that nothing was set for; our own edge has checked who may tell history. */
  static Source of(String name) {
    return new Source(name, null, Scope.CHAIN, name.equals(HTTP), USUAL_VERBS);
  }

  /** What is wrong with a {@code ce_source} in its topic, if something is. */
  Optional<Flaw> check(String ceSource) {
    String expected =
        uri != null ? uri : "the topic's source, %s, alone or after : or /".formatted(name);
    return speaksAs(ceSource)
        ? Optional.empty()
        : Optional.of(new Flaw("ce_source", Flaws.named(ceSource), expected));
  }

  private boolean speaksAs(String ceSource) {
    if (uri != null) {
      return uri.equals(ceSource);
    }
    return name.equals(HTTP)
        ? ceSource.startsWith(HTTP + "/")
        : ceSource.equals(name) || ceSource.endsWith(":" + name) || ceSource.endsWith("/" + name);
  }

  /** What is wrong with one of its guest ids, if something is. */
  Optional<Flaw> checkGuest(@Nullable String id) {
    int most = LONGEST - prefix().length();
    return id == null || id.length() <= most
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "/guestId",
                "%d characters".formatted(id.length()),
                "at most %d characters".formatted(most)));
  }

  /** The id by which the whole chain knows one of its guests. */
  public GuestId chainWide(String id) {
    return new GuestId(prefix() + id);
  }

  private String prefix() {
    return switch (guestIds) {
      case CHAIN -> "";
      case SOURCE -> name.toUpperCase(Locale.ROOT) + "~";
    };
  }
}
