package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.recovery.CaseFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last gate must know of a guest.
 *
 * @param locale BCP 47, as the profile has it
 * @param zone IANA, as the profile has it
 * @param consents by {@code purpose/channel}
 * @param openCases what they are about
 * @param lastClosedAt when the latest of them was closed
 * @param lastProperty where the guest was last
 */
public record Guest(
    @Nullable String locale,
    @Nullable String zone,
    Map<String, Given> consents,
    Map<String, CaseFacts> openCases,
    @Nullable Instant lastClosedAt,
    @Nullable PropertyId lastProperty) {

  public static final Guest UNKNOWN = new Guest(null, null, Map.of(), Map.of(), null, null);

  public Guest {
    consents = Map.copyOf(consents);
    openCases = Map.copyOf(openCases);
  }

  /** A consent and when it was given or taken. */
  public record Given(Consent.State state, Instant at) {}

  /** The newest wins, on a tie refusal. */
  public Guest with(Consent.Purpose purpose, Consent.By by, Consent.State state, Instant at) {
    String key = key(purpose, by);
    Given known = consents.get(key);
    boolean newer =
        known == null
            || at.isAfter(known.at())
            || (at.equals(known.at()) && state != Consent.State.GRANTED);
    if (!newer) {
      return this;
    }
    Map<String, Given> more = new HashMap<>(consents);
    more.put(key, new Given(state, at));
    return new Guest(locale, zone, more, openCases, lastClosedAt, lastProperty);
  }

  public Guest withProfile(@Nullable String newLocale, @Nullable String newZone) {
    return new Guest(newLocale, newZone, consents, openCases, lastClosedAt, lastProperty);
  }

  public Guest withOpen(CaseId id, CaseFacts facts) {
    Map<String, CaseFacts> more = new HashMap<>(openCases);
    more.put(id.value(), facts);
    return new Guest(locale, zone, consents, more, lastClosedAt, facts.place().propertyId());
  }

  public Guest withClosed(CaseId id, Instant at) {
    Map<String, CaseFacts> fewer = new HashMap<>(openCases);
    fewer.remove(id.value());
    return new Guest(locale, zone, consents, fewer, at, lastProperty);
  }

  public Consent.@Nullable State state(Consent.Purpose purpose, Consent.By by) {
    Given given = consents.get(key(purpose, by));
    return given == null ? null : given.state();
  }

  private static String key(Consent.Purpose purpose, Consent.By by) {
    return purpose + "/" + by;
  }
}
