/** The work list: what falls due next, on top. */
@NullMarked
package io.amends.desk.today;

import org.jspecify.annotations.NullMarked;
