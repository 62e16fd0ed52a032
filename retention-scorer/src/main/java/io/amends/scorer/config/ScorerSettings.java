package io.amends.scorer.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the scorer.
 *
 * @param fitEvery how often a model is made anew, counted from 1970
 * @param fitMostFacts of so many guests a fit learns that their facts are no more than this: a fact
 *     takes about 100 bytes of heap while it lasts
 * @param rescoredPerSecond how many guests of one task are scored anew after a change of the model
 */
@ConfigurationProperties("amends.scorer")
record ScorerSettings(
    @DefaultValue("7d") Duration fitEvery,
    @DefaultValue("200000") int fitMostFacts,
    @DefaultValue("200") int rescoredPerSecond) {}
