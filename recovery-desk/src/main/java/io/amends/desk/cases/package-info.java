/** One case: what happened, what is promised, what one may do. */
@NullMarked
package io.amends.desk.cases;

import org.jspecify.annotations.NullMarked;
