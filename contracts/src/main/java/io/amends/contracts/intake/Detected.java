package io.amends.contracts.intake;

import io.amends.contracts.policy.Detection;
import org.jspecify.annotations.Nullable;

/**
 * By what a system knew of a failure.
 *
 * @param sign the rule of the policy that opened it
 * @param confidence 0 to 1, by the policy
 * @param detector what saw it, as its system calls it
 */
public record Detected(Detection.Sign sign, double confidence, @Nullable String detector) {}
