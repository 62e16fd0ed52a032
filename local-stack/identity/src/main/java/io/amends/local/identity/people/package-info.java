/** Who can sign in on the local stack. */
@NullMarked
package io.amends.local.identity.people;

import org.jspecify.annotations.NullMarked;
