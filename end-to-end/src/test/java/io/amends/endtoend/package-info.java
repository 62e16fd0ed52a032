/** The whole system, from outside. */
@NullMarked
package io.amends.endtoend;

import org.jspecify.annotations.NullMarked;
