package io.amends.scorer.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.GuestWatch;

/**
 * The rules by which guests are watched and the model by which they are scored: what the chain has
 * applied, else what ships.
 */
public record PolicyInForce(GuestWatch watch, RiskModel model) {

  /** The current row of the table of policies, parsed once for each change. */
  public static CurrentRow<PolicyInForce> row() {
    return new CurrentRow<>(
        PolicyReference.CURRENT,
        parse(Yaml.resource(HotelPolicy.SHIPPED)),
        row -> parse(Json.read(row, PolicyReference.class).policy()));
  }

  private static PolicyInForce parse(Object document) {
    HotelPolicy policy = Json.mapper().convertValue(document, HotelPolicy.class);
    return new PolicyInForce(
        new GuestWatch(ProfileRules.DEFAULT, new Scorer(RiskPolicy.of(policy.risk()))),
        Priors.MODEL.within(policy.risk().horizon()));
  }
}
