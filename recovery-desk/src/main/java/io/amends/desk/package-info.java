/** Where people work. */
@NullMarked
package io.amends.desk;

import org.jspecify.annotations.NullMarked;
