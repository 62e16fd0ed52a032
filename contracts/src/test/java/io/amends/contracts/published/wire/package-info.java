/** What types of the contract are on the wire, read off the code. */
@NullMarked
package io.amends.contracts.published.wire;

import org.jspecify.annotations.NullMarked;
