package io.amends.contracts.retention;

/**
 * What concerns the model that scores are made with. Its newest versions and what became of the
 * last fit lie in one compacted topic.
 */
public sealed interface ModelEvent permits ModelPublished, FitAsked, FitEnded {}
