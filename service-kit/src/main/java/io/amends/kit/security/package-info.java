/** Who calls: tokens, roles, properties; links that are a key by themselves. */
@NullMarked
package io.amends.kit.security;

import org.jspecify.annotations.NullMarked;
