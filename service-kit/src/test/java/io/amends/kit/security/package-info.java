/** Codes and keys. */
@NullMarked
package io.amends.kit.security;

import org.jspecify.annotations.NullMarked;
