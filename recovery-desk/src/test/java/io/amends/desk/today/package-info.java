/** Tests of the work list. */
@NullMarked
package io.amends.desk.today;

import org.jspecify.annotations.NullMarked;
