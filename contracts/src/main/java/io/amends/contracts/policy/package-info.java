/** The policy of a chain, as the services read it. What no service reads yet is not here. */
@NullMarked
package io.amends.contracts.policy;

import org.jspecify.annotations.NullMarked;
