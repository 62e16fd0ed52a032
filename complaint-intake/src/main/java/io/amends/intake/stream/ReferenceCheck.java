package io.amends.intake.stream;

import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.intake.domain.ReferenceRules;
import io.amends.intake.domain.Sources;
import io.amends.intake.schema.PolicyShape;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      List<Flaw> shape = PolicyShape.flaws(policy);
      (shape.isEmpty() ? changed(policy, policies) : shape)
          .forEach(f -> flaws.add(new Flaw("/policy" + f.pointer(), f.found(), f.expected())));
    }
    return flaws;
  }

  /** A version is one policy for life: cases name it to say by what they were decided. */
  private static List<Flaw> changed(JsonNode policy, Function<String, byte @Nullable []> policies) {
    HotelPolicy.Identity identity = identity(policy);
    byte @Nullable [] applied = policies.apply(identity.reference());
    JsonNode before =
        applied == null
            ? shippedAs(identity)
            : Json.mapper().valueToTree(Json.read(applied, PolicyReference.class).policy());
    return before == null || isSame(before, policy)
        ? List.of()
        : List.of(
            new Flaw(
                "/policy/version",
                Integer.toString(identity.version()),
                "another version: %s is in use with other content"
                    .formatted(identity.reference())));
  }

  private static HotelPolicy.Identity identity(JsonNode policy) {
    return Json.mapper().treeToValue(policy, HotelPolicy.class).policy();
  }

  private static @Nullable JsonNode shippedAs(HotelPolicy.Identity identity) {
    Map<String, Object> document = Yaml.resource("policy/default-policy.yaml");
    JsonNode shipped = Json.mapper().valueToTree(document);
    return identity(shipped).reference().equals(identity.reference()) ? shipped : null;
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
