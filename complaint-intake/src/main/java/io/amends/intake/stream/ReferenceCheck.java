package io.amends.intake.stream;

import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.PolicyLevels;
import io.amends.contracts.reference.PolicyReference;
import io.amends.intake.domain.ReferenceRules;
import io.amends.intake.domain.Sources;
import io.amends.intake.schema.PolicyHead;
import io.amends.intake.schema.PolicyShape;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether reference data may be applied, beyond what its schema says. */
public final class ReferenceCheck {

  private final Sources sources;
  private final HotelClock clock;

  public ReferenceCheck(Sources sources, HotelClock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * What is wrong with reference data that its schema lets pass; empty if nothing is.
   *
   * @param source who sends it, by the topic's name
   * @param policies the policies that were applied before, by id
   */
  public List<Flaw> flaws(
      JsonNode body, String source, Function<String, byte @Nullable []> policies) {
    ReferenceSent sent = Json.mapper().treeToValue(body, ReferenceSent.class);
    List<Flaw> flaws =
        new ArrayList<>(ReferenceRules.flaws(sent, sources.of(source), clock.instant()));
    JsonNode policy = body.path("policy");
    if (policy.isObject()) {
      policy(policy, policies)
          .forEach(f -> flaws.add(new Flaw("/policy" + f.pointer(), f.found(), f.expected())));
    }
    return flaws;
  }

  private static List<Flaw> policy(JsonNode policy, Function<String, byte @Nullable []> policies) {
    Optional<Flaw> head = PolicyHead.flaw(policy);
    if (head.isPresent()) {
      return List.of(head.get());
    }
    PolicyHead identity = PolicyHead.of(policy);
    List<Flaw> flaws = identity.isChain() ? PolicyShape.flaws(policy) : lower(policy, policies);
    return flaws.isEmpty() ? changed(policy, identity, policies) : flaws;
  }

  /** Below the chain it says only what is other there, and nothing that is locked. */
  private static List<Flaw> lower(JsonNode policy, Function<String, byte @Nullable []> policies) {
    Map<String, Object> chain =
        applied(PolicyLevels.currentOf(PolicyLevels.CHAIN), policies)
            .orElseGet(() -> Yaml.resource(HotelPolicy.SHIPPED));
    Map<String, Object> other = document(policy);
    List<Flaw> locked =
        PolicyLevels.broken(other, PolicyLevels.locksOf(chain)).stream()
            .map(pointer -> new Flaw(pointer, null, "nothing: the chain has locked it"))
            .toList();
    return locked.isEmpty()
        ? PolicyShape.flaws(Json.mapper().valueToTree(PolicyLevels.resolve(List.of(chain, other))))
        : locked;
  }

  private static Optional<Map<String, Object>> applied(
      String key, Function<String, byte @Nullable []> policies) {
    byte @Nullable [] row = policies.apply(key);
    return row == null
        ? Optional.empty()
        : Optional.of(Json.read(row, PolicyReference.class).policy());
  }

  @SuppressWarnings("unchecked") // an object in JSON has names
  private static Map<String, Object> document(JsonNode policy) {
    return Json.mapper().treeToValue(policy, Map.class);
  }

  /** A version is one policy for life: cases name it to say by what they were decided. */
  private static List<Flaw> changed(
      JsonNode policy, PolicyHead identity, Function<String, byte @Nullable []> policies) {
    JsonNode before =
        applied(identity.reference(), policies)
            .<JsonNode>map(document -> Json.mapper().valueToTree(document))
            .orElseGet(() -> shippedAs(identity));
    return before == null || isSame(before, policy)
        ? List.of()
        : List.of(
            new Flaw(
                "/policy/version",
                Integer.toString(identity.version()),
                "another version: %s is in use with other content"
                    .formatted(identity.reference())));
  }

  private static @Nullable JsonNode shippedAs(PolicyHead identity) {
    Map<String, Object> document = Yaml.resource(HotelPolicy.SHIPPED);
    JsonNode shipped = Json.mapper().valueToTree(document);
    return PolicyHead.of(shipped).reference().equals(identity.reference()) ? shipped : null;
  }

  /** 0.5 and 0.50 are the same number. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }
}
