/** The policy that ships, and what of it is read. */
@NullMarked
package io.amends.contracts.policy;

import org.jspecify.annotations.NullMarked;
