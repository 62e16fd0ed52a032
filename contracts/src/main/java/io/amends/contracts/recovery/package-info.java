/** The recovery case: its events, its snapshot, its policy, the answers to commands. */
@NullMarked
package io.amends.contracts.recovery;

import org.jspecify.annotations.NullMarked;
