/** The recovery case: its promises, clocks, escalation, remedies. */
@NullMarked
package io.amends.orchestrator;

import org.jspecify.annotations.NullMarked;
