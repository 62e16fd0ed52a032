package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import java.util.Optional;

/** Every policy that was ever applied. */
public interface Policies {

  /** None but the one that a case has pinned. */
  Policies NONE = (_, _) -> Optional.empty();

  /**
   * What one version means for one case; empty if there is none.
   *
   * @param id {@code <scope>/<kind>@<version>}
   */
  Optional<CasePolicy> of(CaseFacts facts, String id);
}
