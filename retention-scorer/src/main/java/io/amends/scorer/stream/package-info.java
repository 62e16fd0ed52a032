/** From the log to the rules of risk and back. */
@NullMarked
package io.amends.scorer.stream;

import org.jspecify.annotations.NullMarked;
