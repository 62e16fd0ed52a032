package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Sorted;
import io.amends.contracts.recovery.Limits;
import io.amends.contracts.recovery.SameGuest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may give what.
 *
 * @param unlimited what needs nobody's leave and counts against nothing
 * @param brands where a brand lets a role give more or less
 * @param sameGuest when somebody looks again before a guest gets more; absent: never
 * @param partOfIt {@code ALLOWED_AT_ONCE}: up to the own limit now, the rest if somebody agrees
 */
public record Empowerment(
    Map<Role, Limits> roles,
    Set<String> unlimited,
    Map<String, Map<Role, OfBrand>> brands,
    @Nullable SameGuest sameGuest,
    @Nullable String partOfIt) {

  public Empowerment {
    roles = Map.copyOf(roles);
    unlimited = Sorted.copyOf(unlimited);
    brands = Map.copyOf(brands);
  }

  /** Whether part of it may be given at once. */
  public boolean isPartAllowedAtOnce() {
    return "ALLOWED_AT_ONCE".equals(partOfIt);
  }

  /** What a brand has otherwise; null: as the chain has it. */
  public record OfBrand(@Nullable Nights perCase, @Nullable String perMonth) {}

  /** What each role may give at a hotel of this brand. */
  public Map<Role, Limits> rolesAt(String brand) {
    Map<Role, Limits> all = new EnumMap<>(roles);
    brands
        .getOrDefault(brand, Map.of())
        .forEach(
            (role, own) ->
                all.computeIfPresent(
                    role, (_, limits) -> limits.with(own.perCase(), own.perMonth())));
    return Map.copyOf(all);
  }
}
