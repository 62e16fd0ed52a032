/** Bearer tokens from the identity process. */
@NullMarked
package io.amends.local.token;

import org.jspecify.annotations.NullMarked;
