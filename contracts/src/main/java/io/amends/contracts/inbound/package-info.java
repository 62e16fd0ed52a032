/** What other systems, staff and guests tell us: the contract of the only door. */
@NullMarked
package io.amends.contracts.inbound;

import org.jspecify.annotations.NullMarked;
