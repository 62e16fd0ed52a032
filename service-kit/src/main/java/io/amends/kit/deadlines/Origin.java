package io.amends.kit.deadlines;

import org.jspecify.annotations.Nullable;

/** From where something came, told on by whatever follows from it. */
public record Origin(String correlationId, String causationId, @Nullable String traceparent) {}
