package io.amends.orchestrator.stream;

import io.amends.contracts.Place;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.PolicyLevels;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import io.amends.orchestrator.domain.CasePlanner;
import io.amends.orchestrator.domain.CasePlanner.Sort;
import io.amends.orchestrator.domain.Policies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The policies of all levels, as the table of policies has them; as long as the chain has applied
 * none, the one that ships. What hotels have in common is put together once. Used by one thread.
 */
final class PoliciesInForce implements Policies {

  private static final Map<String, Object> SHIPPED = Yaml.resource(HotelPolicy.SHIPPED);

  /** Ours: levels that differ, at a time; then memory begins anew. */
  private static final int REMEMBERED = 200;

  private final Function<String, byte @Nullable []> rows;
  private final Map<List<String>, Resolved> known = new HashMap<>();

  PoliciesInForce(Function<String, byte @Nullable []> rows) {
    this.rows = rows;
  }

  /**
   * Levels put together.
   *
   * @param bySort what cases of a sort are handled by, from when the first of them opens
   */
  private record Resolved(
      List<byte[]> from, HotelPolicy policy, String id, Map<Sort, CasePolicy> bySort) {

    CasePolicy of(Sort sort) {
      return bySort.computeIfAbsent(sort, it -> CasePlanner.policyFor(it, policy, id));
    }
  }

  /** What holds for the chain. */
  HotelPolicy chain() {
    return inForce(List.of(PolicyLevels.CHAIN)).policy();
  }

  /** By what a case that opens now is handled. */
  CasePolicy of(CaseFacts facts) {
    return at(facts.place()).of(Sort.of(facts));
  }

  /** What holds at one hotel. */
  HotelPolicy policyAt(Place place) {
    return at(place).policy();
  }

  private Resolved at(Place place) {
    return inForce(
        PolicyLevels.scopesOf(place).stream()
            .filter(
                scope ->
                    scope.equals(PolicyLevels.CHAIN)
                        || rows.apply(PolicyLevels.currentOf(scope)) != null)
            .toList());
  }

  private Resolved inForce(List<String> scopes) {
    List<byte[]> from =
        scopes.stream()
            .map(scope -> rows.apply(PolicyLevels.currentOf(scope)))
            .map(row -> row == null ? new byte[0] : row)
            .toList();
    Resolved before = known.get(scopes);
    if (before != null && isSame(before.from(), from)) {
      return before;
    }
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    Resolved now = resolve(from);
    known.put(scopes, now);
    return now;
  }

  private static boolean isSame(List<byte[]> one, List<byte[]> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!Arrays.equals(one.get(i), other.get(i))) {
        return false;
      }
    }
    return one.size() == other.size();
  }

  private static Resolved resolve(List<byte[]> from) {
    List<Map<String, Object>> levels = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (byte[] row : from) {
      PolicyReference reference = row.length == 0 ? null : Json.read(row, PolicyReference.class);
      levels.add(reference == null ? SHIPPED : reference.policy());
      ids.add(reference == null ? read(SHIPPED).policy().reference() : reference.id());
    }
    return new Resolved(
        from, read(PolicyLevels.resolve(levels)), String.join("+", ids), new HashMap<>());
  }

  private static HotelPolicy read(Map<String, Object> document) {
    return Json.mapper().convertValue(document, HotelPolicy.class);
  }

  /** One that was applied before; {@code id} as a case names it, levels joined by {@code +}. */
  @Override
  public Optional<CasePolicy> of(CaseFacts facts, String id) {
    List<byte[]> from = new ArrayList<>();
    for (String level : id.split("\\+", -1)) {
      byte @Nullable [] row = level.endsWith("@current") ? null : rows.apply(level);
      if (row == null) {
        return Optional.empty();
      }
      from.add(row);
    }
    return Optional.of(CasePlanner.policyFor(Sort.of(facts), resolve(from).policy(), id));
  }
}
