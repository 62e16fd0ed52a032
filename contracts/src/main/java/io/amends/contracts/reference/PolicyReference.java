package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;

/**
 * A policy in force, as it was applied and checked.
 *
 * @param scope {@code CHAIN}, {@code BRAND:…}, {@code REGION:…} or {@code PROPERTY:…}
 * @param policy the document: of the chain whole, below it what is other there
 */
@JsonTypeName("amends.reference.policy.v1")
public record PolicyReference(String scope, String kind, int version, Map<String, Object> policy) {

  /** Under this key lies the chain's policy in force. */
  public static final String CURRENT = "CHAIN/policy@current";

  /** How a case names what it was decided by: {@code <scope>/<kind>@<version>}. */
  public String id() {
    return scope + '/' + kind + '@' + version;
  }
}
