package io.amends.orchestrator.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.CasePlanner;
import io.amends.orchestrator.domain.Policies;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every version of the policy that was ever applied, as the table of policies has them. */
record PolicyTable(Function<String, byte @Nullable []> rows) implements Policies {

  @Override
  public Optional<CasePolicy> of(CaseFacts facts, String id) {
    byte @Nullable [] row = rows.apply(id);
    return row == null || id.endsWith("@current")
        ? Optional.empty()
        : Optional.of(
            CasePlanner.policyFor(
                facts,
                Json.mapper()
                    .convertValue(
                        Json.read(row, PolicyReference.class).policy(), HotelPolicy.class)));
  }
}
