/** What stands in a token, who may ask for one, and the key it is signed with. */
@NullMarked
package io.amends.local.identity.token;

import org.jspecify.annotations.NullMarked;
