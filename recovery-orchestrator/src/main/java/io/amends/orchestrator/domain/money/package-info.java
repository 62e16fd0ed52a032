/** What is counted: whose month it takes from, and the lines of the compensation ledger. */
@NullMarked
package io.amends.orchestrator.domain.money;

import org.jspecify.annotations.NullMarked;
