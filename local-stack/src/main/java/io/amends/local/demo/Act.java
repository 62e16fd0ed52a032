package io.amends.local.demo;

import java.time.Duration;

/**
 * Something that somebody does in the story.
 *
 * @param at counted from the story's beginning, hotel time
 * @param what does it
 */
record Act(Duration at, Runnable what) {}
