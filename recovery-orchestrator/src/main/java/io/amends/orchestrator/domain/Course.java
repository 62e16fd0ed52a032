package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;

/**
 * Where a recovery case stands: one of its parts.
 *
 * <pre>
 * NotOpened  CaseOpened -> Open
 * Open       CaseClosed -> Closed
 * </pre>
 */
public sealed interface Course {

  record NotOpened() implements Course {}

  record Open(CaseFacts facts, CasePolicy policy) implements Course {}

  record Closed(CaseFacts facts, CasePolicy policy) implements Course {}
}
