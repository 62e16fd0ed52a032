/**
 * The process that is measured: the smallest service with durable deadlines, and beside it a bare
 * one that writes the same without a rule.
 */
@NullMarked
package io.amends.bench.alarms;

import org.jspecify.annotations.NullMarked;
