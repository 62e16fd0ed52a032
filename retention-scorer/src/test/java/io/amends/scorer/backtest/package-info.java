@NullMarked
package io.amends.scorer.backtest;

import org.jspecify.annotations.NullMarked;
