/**
 * How good is the risk on our own history? Reads a file, replays it through the domain's rules, and
 * says how it went.
 */
@NullMarked
package io.amends.scorer.backtest;

import org.jspecify.annotations.NullMarked;
