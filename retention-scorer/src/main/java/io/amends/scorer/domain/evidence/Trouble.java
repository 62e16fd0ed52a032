package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.Severity;

/** A failure and what was done about it. */
public record Trouble(Severity severity, Handling handling) {}
