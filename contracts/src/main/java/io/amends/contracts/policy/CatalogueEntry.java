package io.amends.contracts.policy;

import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one of the hotel's words for a failure means. */
public record CatalogueEntry(
    FailureType type, Severity severity, Department department, @Nullable Set<Flag> flags) {

  public Set<Flag> flagsOrNone() {
    return flags == null ? Set.of() : flags;
  }
}
