package io.amends.intake.schema;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.PolicyLevels;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which policy a document is: the part that every level has.
 *
 * @param scope {@code CHAIN}, {@code BRAND:…}, {@code REGION:…} or {@code PROPERTY:…}
 */
public record PolicyHead(String scope, int version) {

  /** What is wrong with it. */
  public static Optional<Flaw> flaw(JsonNode document) {
    JsonNode scope = document.at("/policy/scope");
    JsonNode version = document.at("/policy/version");
    if (!scope.isString() || !scope.asString().matches(PolicyLevels.SCOPE)) {
      return Optional.of(
          new Flaw(
              "/policy/scope",
              Values.found(scope),
              "CHAIN, or BRAND:, REGION: or PROPERTY: with its id"));
    }
    return version.isInt() && version.asInt() > 0
        ? Optional.empty()
        : Optional.of(
            new Flaw("/policy/version", Values.found(version), "a whole number from 1 on"));
  }

  /** Of a document without such a flaw. */
  public static PolicyHead of(JsonNode document) {
    return new PolicyHead(
        document.at("/policy/scope").asString(), document.at("/policy/version").asInt());
  }

  public boolean isChain() {
    return scope.equals(PolicyLevels.CHAIN);
  }

  /** How a case names what it was decided by. */
  public String reference() {
    return scope + "/policy@" + version;
  }
}
