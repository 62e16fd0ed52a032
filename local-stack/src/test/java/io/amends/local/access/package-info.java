/** Tests of who may do what. */
@NullMarked
package io.amends.local.access;

import org.jspecify.annotations.NullMarked;
