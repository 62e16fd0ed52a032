package io.amends.notification.domain.person;

import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.Consent;
import io.amends.notification.domain.ClosedCase;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.Guest.Given;
import io.amends.notification.domain.OpenCase;
import io.amends.notification.domain.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one id of a person lets the others know: what the last gate asks about whoever is written
 * to, and no address.
 *
 * @param asOf hotel time; of two that one id has told the later holds
 * @param consents by {@code purpose/channel}
 * @param openCases by case id
 * @param closedCases the oldest first
 * @param told the oldest first
 * @param locale BCP 47, as its profile has it
 * @param zone IANA, as its profile has it
 */
public record Known(
    Instant asOf,
    Map<String, Given> consents,
    Map<String, OpenCase> openCases,
    List<ClosedCase> closedCases,
    List<Told> told,
    @Nullable String locale,
    @Nullable String zone,
    @Nullable PropertyId lastProperty,
    @Nullable String tier) {

  public Known {
    consents = Map.copyOf(consents);
    openCases = Map.copyOf(openCases);
    closedCases = List.copyOf(closedCases);
    told = List.copyOf(told);
  }

  static Known of(Guest guest, Instant asOf) {
    return new Known(
        asOf,
        guest.consents(),
        guest.openCases(),
        guest.closedCases(),
        guest.told(),
        guest.locale(),
        guest.zone(),
        guest.lastProperty(),
        guest.tier());
  }

  /** The same with only these messages. */
  Known told(Predicate<Told> these) {
    return new Known(
        asOf,
        consents,
        openCases,
        closedCases,
        told.stream().filter(these).toList(),
        locale,
        zone,
        lastProperty,
        tier);
  }

  /** This instead of that; but a no is not forgotten because its id is. */
  Known after(@Nullable Known before) {
    if (before == null) {
      return this;
    }
    Map<String, Given> all = new HashMap<>(consents);
    before.consents.forEach(
        (what, given) -> {
          if (given.state() != Consent.State.GRANTED) {
            all.putIfAbsent(what, given);
          }
        });
    return new Known(asOf, all, openCases, closedCases, told, locale, zone, lastProperty, tier);
  }
}
