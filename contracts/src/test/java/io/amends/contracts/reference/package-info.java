/** What events refer to. */
@NullMarked
package io.amends.contracts.reference;

import org.jspecify.annotations.NullMarked;
