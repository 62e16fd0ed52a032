/** From the log to the rules and back. */
@NullMarked
package io.amends.orchestrator.stream;

import org.jspecify.annotations.NullMarked;
