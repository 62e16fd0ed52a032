/**
 * What speaks for or against a guest's coming back after the last stay: failures, how they were
 * handled, what the guest said and did since. No weights in here, only what was seen.
 */
@NullMarked
package io.amends.scorer.domain.evidence;

import org.jspecify.annotations.NullMarked;
