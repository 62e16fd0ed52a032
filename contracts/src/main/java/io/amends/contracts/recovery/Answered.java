package io.amends.contracts.recovery;

import org.jspecify.annotations.Nullable;

/**
 * How the guest found the recovery, over the three kinds of justice; what was not said is null.
 *
 * @param score 0 to 10: would recommend
 * @param outcomeJustice 1 to 5: was it fair?
 * @param proceduralJustice 1 to 5: was it easy and quick?
 * @param interactionalJustice 1 to 5: were they courteous?
 */
public record Answered(
    @Nullable Integer score,
    @Nullable Integer outcomeJustice,
    @Nullable Integer proceduralJustice,
    @Nullable Integer interactionalJustice) {}
