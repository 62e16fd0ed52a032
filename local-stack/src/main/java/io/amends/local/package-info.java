/** The {@code amends} command line: the whole system on one machine. */
@NullMarked
package io.amends.local;

import org.jspecify.annotations.NullMarked;
