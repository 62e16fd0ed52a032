/** The local stack's OpenID provider and mail catcher. */
@NullMarked
package io.amends.local.identity;

import org.jspecify.annotations.NullMarked;
